"use client";

import { CloseButton, Modal } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import type { DialogProps } from "./dialog.tsx";
import classes from "./floating.module.css";
import { useOpenedOnceThere } from "./use-opened-once-there.ts";

const widths = { s: 480, m: 640, l: 960 } as const;

/** What a dialog is drawn by, loaded with the first one. */
export function DialogFrame(props: DialogProps) {
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
  const isOpen = useOpenedOnceThere(opened);
  const isNarrow = useMediaQuery("(max-width: 63.99em)");
  return (
    <Modal.Root
      opened={isOpen}
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
