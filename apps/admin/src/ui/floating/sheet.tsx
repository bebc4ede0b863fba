"use client";

import { CloseButton, Drawer } from "@mantine/core";
import { useFocusTrap, useMediaQuery, useMergedRef } from "@mantine/hooks";
import { type ReactNode, useRef } from "react";
import classes from "./floating.module.css";
import { useOwnEscape } from "./use-own-escape.ts";

type SheetProps = {
  opened: boolean;
  onClose: () => void;
  title: ReactNode;
  below?: ReactNode;
  children: ReactNode;
  foot?: ReactNode;
  footStart?: ReactNode;
};

/** A panel of 400 at the right, over the page; fills a small screen. */
export function Sheet({ opened, onClose, title, below, children, foot, footStart }: SheetProps) {
  const isSmall = useMediaQuery("(max-width: 47.99em)");
  return (
    <Drawer.Root opened={opened} onClose={onClose} position="right" size={isSmall ? "100%" : 400}>
      <Drawer.Overlay />
      <Drawer.Content classNames={{ content: classes.sheetFrame ?? "" }}>
        <div className={classes.sheet}>
          <SheetHead
            title={<Drawer.Title className={classes.title}>{title}</Drawer.Title>}
            below={below}
            onClose={onClose}
          />
          <div className={classes.body}>{children}</div>
          <SheetFoot foot={foot} footStart={footStart} />
        </div>
      </Drawer.Content>
    </Drawer.Root>
  );
}

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

type HeadProps = { start?: ReactNode; title: ReactNode; below: ReactNode; onClose: () => void };

const SheetHead = ({ start, title, below, onClose }: HeadProps) => (
  <div className={classes.head}>
    {start}
    <div className={classes.headText}>
      {title}
      {below && <div className={classes.text}>{below}</div>}
    </div>
    <CloseButton aria-label="Close" onClick={onClose} />
  </div>
);

function SheetFoot({ foot, footStart }: { foot: ReactNode; footStart: ReactNode }) {
  if (!foot && !footStart) return null;
  return (
    <div className={classes.foot}>
      {footStart}
      <div className={classes.footEnd}>{foot}</div>
    </div>
  );
}
