"use client";

import { CloseButton, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { ReactNode } from "react";
import classes from "./floating.module.css";

const widths = { s: 480, m: 640, l: 960 } as const;

export type DialogProps = {
  opened: boolean;
  onClose: () => void;
  /** Says what it is about. */
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  size?: keyof typeof widths;
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
export function Dialog(props: DialogProps) {
  const {
    opened,
    onClose,
    title,
    text,
    icon,
    size = "s",
    children,
    foot,
    footStart,
    flush,
    mustDecide = false,
  } = props;
  const isNarrow = useMediaQuery("(max-width: 63.99em)");
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size={widths[size]}
      fullScreen={isNarrow ?? false}
      closeOnEscape={!mustDecide}
      closeOnClickOutside={false}
      centered
    >
      <Modal.Overlay />
      <Modal.Content classNames={{ content: classes.content ?? "" }}>
        <div className={classes.head}>
          {icon && <span className={classes.icon}>{icon}</span>}
          <div className={classes.headText}>
            <Modal.Title className={classes.title}>{title}</Modal.Title>
            {text && <p className={classes.text}>{text}</p>}
          </div>
          {!mustDecide && <CloseButton aria-label="Close" onClick={onClose} />}
        </div>
        {children !== undefined && (
          <div className={classes.body} data-flush={flush || undefined} data-scrolls>
            {children}
          </div>
        )}
        {(foot || footStart) && (
          <div className={classes.foot}>
            {footStart}
            <div className={classes.footEnd}>{foot}</div>
          </div>
        )}
      </Modal.Content>
    </Modal.Root>
  );
}
