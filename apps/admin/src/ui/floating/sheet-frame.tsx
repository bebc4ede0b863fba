"use client";

import { Drawer } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import classes from "./floating.module.css";
import type { SheetProps } from "./sheet.tsx";
import { SheetFoot, SheetHead } from "./sheet-parts.tsx";
import { useOpenedOnceThere } from "./use-opened-once-there.ts";

/** What a sheet over the page is drawn by, loaded with the first one. */
export function SheetFrame({ opened, onClose, title, below, children, foot, footStart }: SheetProps) {
  const isOpen = useOpenedOnceThere(opened);
  const isSmall = useMediaQuery("(max-width: 47.99em)");
  return (
    <Drawer.Root opened={isOpen} onClose={onClose} position="right" size={isSmall ? "100%" : 400}>
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
