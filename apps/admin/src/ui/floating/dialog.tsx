"use client";

import type { ComponentType, ReactNode } from "react";
import { laterOpened } from "../later/later.tsx";

export type DialogProps = {
  opened: boolean;
  onClose: () => void;
  /** Says what it is about. */
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  size?: "s" | "m" | "l";
  children?: ReactNode;
  /** Buttons at the right of the foot; the last one has the effect. */
  foot?: ReactNode;
  /** At the left of the foot. */
  footStart?: ReactNode;
  /** Content to the edges, for tables. */
  flush?: boolean;
  /** Without a close button, Escape or a click beside it: something must be decided. */
  mustDecide?: boolean;
};

/** A dialog; fills the screen on a tablet. The focus goes back to where it was. */
export const Dialog: ComponentType<DialogProps> = laterOpened(() =>
  import("./dialog-frame.tsx").then((loaded) => loaded.DialogFrame),
);
