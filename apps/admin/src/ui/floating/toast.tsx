"use client";

import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconAlertCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { Code } from "../code.tsx";
import classes from "./floating.module.css";

type ToastAction = { label: string; run: () => void };

function show(
  tone: "green" | "red",
  title: string,
  text: ReactNode,
  action: ToastAction | undefined,
): string {
  const Icon = tone === "green" ? IconCircleCheckFilled : IconAlertCircle;
  const id = notifications.show({
    title,
    message: (
      <div className={classes.toastRow}>
        <span>{text}</span>
        {action && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              notifications.hide(id);
              action.run();
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
    ),
    icon: <Icon size={18} data-tone={tone} />,
    // what failed stays until it is read
    autoClose: tone === "green" ? 6_000 : false,
    closeButtonProps: { "aria-label": "Close" },
    role: tone === "green" ? "status" : "alert",
    classNames: {
      root: classes.toast,
      icon: classes.toastIcon,
      title: classes.toastTitle,
      description: classes.toastText,
    },
  });
  return id;
}

/** What failed and is still said so, by what it was about. */
const failures = new Map<string, string>();

function settle(about?: string): void {
  const shown = about === undefined ? undefined : failures.get(about);
  if (about === undefined || shown === undefined) return;
  failures.delete(about);
  notifications.hide(shown);
}

/** A message at the edge of the window. Of one thing that is named by `about`, what comes later takes a failure away. */
export const toast = {
  done: (title: string, text?: ReactNode, about?: string): string => {
    settle(about);
    return show("green", title, text, undefined);
  },
  failed: (
    title: string,
    text?: ReactNode,
    more: { requestId?: string; action?: ToastAction; about?: string } = {},
  ): string => {
    settle(more.about);
    const id = show(
      "red",
      title,
      <>
        {text}
        {more.requestId && (
          <>
            {" "}
            Request <Code copy="request number">{more.requestId}</Code>
          </>
        )}
      </>,
      more.action,
    );
    if (more.about !== undefined) failures.set(more.about, id);
    return id;
  },
  /** What is about this thing has come to an end: its failure is not said any more. */
  settle,
  /** Takes one back, by what showing it answered. */
  hide: (id: string): void => void notifications.hide(id),
};
