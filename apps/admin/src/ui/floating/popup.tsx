"use client";

import type { ComponentType, ReactNode } from "react";
import { laterOpened } from "../later/later.tsx";
import classes from "./floating.module.css";
import type { PopupProps } from "./popup-frame.tsx";

/** A small panel that opens below the `PopupPlace` it stands in. */
export const Popup: ComponentType<PopupProps> = laterOpened(() =>
  import("./popup-frame.tsx").then((loaded) => loaded.PopupFrame),
);

/** Around the button that opens a popup, and the popup. */
export const PopupPlace = ({ children }: { children: ReactNode }) => (
  <span className={classes.place}>{children}</span>
);

/** For the button itself. */
export const opensPopup = (isOpen: boolean) =>
  ({ "aria-haspopup": "dialog", "aria-expanded": isOpen }) as const;
