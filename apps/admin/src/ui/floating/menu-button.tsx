"use client";

import { useDisclosure } from "@mantine/hooks";
import { type KeyboardEvent, type ReactNode, useId } from "react";
import { laterOpened } from "../later/later.tsx";
import classes from "./floating.module.css";
import type { MenuFrameProps } from "./menu-frame.tsx";

const MenuFrame = laterOpened(() => import("./menu-frame.tsx").then((loaded) => loaded.MenuFrame));

type TargetProps = {
  id: string;
  "aria-haspopup": "menu";
  "aria-expanded": boolean;
  onClick: () => void;
  onKeyDown: (event: KeyboardEvent) => void;
};

type MenuButtonProps = Omit<MenuFrameProps, "opened" | "onClose" | "labelledBy"> & {
  /** The button takes the whole width. */
  isWide?: boolean;
  /** The button, with what it is to be given. */
  children: (target: TargetProps) => ReactNode;
};

/** A button with a menu, which is loaded once the page is there. */
export function MenuButton({ isWide = false, children, ...menu }: MenuButtonProps) {
  const [isOpen, { open, toggle, close }] = useDisclosure(false);
  const id = useId();
  return (
    <div className={classes.place} data-wide={isWide || undefined}>
      {children({
        id,
        "aria-haspopup": "menu",
        "aria-expanded": isOpen,
        onClick: toggle,
        onKeyDown: (event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          open();
        },
      })}
      <MenuFrame {...menu} opened={isOpen} onClose={close} labelledBy={id} />
    </div>
  );
}
