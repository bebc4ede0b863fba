"use client";

import { useFocusTrap, useMediaQuery, useMergedRef } from "@mantine/hooks";
import { type ComponentType, type ReactNode, useRef } from "react";
import { laterOpened } from "../later/later.tsx";
import classes from "./floating.module.css";
import { SheetFoot, SheetHead } from "./sheet-parts.tsx";
import { useOwnEscape } from "./use-own-escape.ts";

export type SheetProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  below?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  footStart?: ReactNode;
};

/** A panel of 400 at the right, over the page; fills a small screen. */
export const Sheet: ComponentType<SheetProps> = laterOpened(() =>
  import("./sheet-frame.tsx").then((loaded) => loaded.SheetFrame),
);

type BesideProps = Omit<SheetProps, "opened"> & {
  label: string;
  /** Before the title: somebody's initials. */
  start?: ReactNode;
};

/** The same beside a list, which stays in use; over it on a tablet, where it keeps the focus. Escape closes it. */
export function Beside({ onClose, label, start, title, below, children, foot, footStart }: BesideProps) {
  const isOver = useMediaQuery("(max-width: 63.99em)") ?? false;
  const panel = useRef<HTMLElement>(null);
  const ref = useMergedRef(panel, useFocusTrap(isOver));
  useOwnEscape(panel, "Close the details", onClose);
  return (
    <section
      ref={ref}
      className={classes.beside}
      aria-label={label}
      {...(isOver ? { role: "dialog", "aria-modal": true } : { role: "complementary" })}
    >
      <SheetHead
        start={start}
        title={<h2 className={classes.title}>{title}</h2>}
        below={below}
        onClose={onClose}
      />
      <div className={classes.body}>{children}</div>
      <SheetFoot foot={foot} footStart={footStart} />
    </section>
  );
}

/** Where a `Beside` will stand: its place is kept. */
export const besideToCome = <section className={classes.beside} aria-hidden />;
