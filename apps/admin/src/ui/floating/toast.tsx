"use client";

import { Button } from "@mantine/core";
import { IconAlertCircle, IconCircleCheckFilled } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { loadable } from "../later/loadable.ts";
import { whenIdle } from "../later/when-idle.ts";
import { RequestNumber } from "../request-number.tsx";
import classes from "./floating.module.css";

/** Messages are no part of a page's first load. */
const edge = loadable(() => import("./toast-edge.tsx").then((loaded) => loaded.notifications));
const TRIED_AGAIN_AFTER_MS = 2_000;
const asked = () => edge.ask().catch(() => undefined);
whenIdle(asked);

/** Shows or hides as soon as that can be done: what happened is not to be missed. */
async function atTheEdge(run: (notifications: Awaited<ReturnType<typeof edge.ask>>) => void): Promise<void> {
  const notifications = await asked();
  if (notifications) run(notifications);
  else setTimeout(() => void atTheEdge(run), TRIED_AGAIN_AFTER_MS);
}

let count = 0;
const hide = (id: string) => void atTheEdge((notifications) => notifications.hide(id));

type ToastAction = { label: string; run: () => void };

function show(
  tone: "green" | "red",
  title: string,
  text: ReactNode,
  action: ToastAction | undefined,
): string {
  const Icon = tone === "green" ? IconCircleCheckFilled : IconAlertCircle;
  const id = `toast-${++count}`;
  const message = {
    id,
    title,
    message: (
      <div className={classes.toastRow}>
        <span>{text}</span>
        {action && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              hide(id);
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
  };
  void atTheEdge((notifications) => notifications.show(message));
  return id;
}

/** What failed and is still said so, by what it was about. */
const failures = new Map<string, string>();

function settle(about?: string): void {
  const shown = about === undefined ? undefined : failures.get(about);
  if (about === undefined || shown === undefined) return;
  failures.delete(about);
  hide(shown);
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
            <RequestNumber id={more.requestId} />
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
  hide,
};
