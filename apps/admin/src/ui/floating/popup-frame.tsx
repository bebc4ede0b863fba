"use client";

import { Popover } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./floating.module.css";
import { useOpenedOnceThere } from "./use-opened-once-there.ts";

export type PopupProps = {
  opened: boolean;
  onClose: () => void;
  label: string;
  position: "bottom-start" | "bottom-end";
  width?: number;
  children: ReactNode;
};

/** Opens below the `PopupPlace` it stands in, keeps the focus, and gives it back. A click on what opened it closes it. */
export function PopupFrame({ opened, onClose, label, position, width, children }: PopupProps) {
  const isOpen = useOpenedOnceThere(opened);
  return (
    <Popover
      opened={isOpen}
      onChange={(stays) => !stays && onClose()}
      withRoles={false}
      position={position}
      trapFocus
      returnFocus
      {...(width !== undefined && { width })}
    >
      <Popover.Target>
        <span className={classes.cover} data-open={isOpen || undefined} onClick={onClose} aria-hidden />
      </Popover.Target>
      <Popover.Dropdown role="dialog" tabIndex={-1} aria-label={label}>
        {children}
      </Popover.Dropdown>
    </Popover>
  );
}
