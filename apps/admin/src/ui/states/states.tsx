"use client";

import { Button } from "@mantine/core";
import { IconCloudOff, IconLock, IconRefresh } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { RequestNumber } from "../request-number.tsx";
import classes from "./states.module.css";

export type MessageProps = {
  title: string;
  text?: ReactNode;
  icon?: ReactNode;
  actions?: ReactNode;
  /** 1 where the message is the whole page. */
  level?: 1 | 2;
};

export function Message({
  title,
  text,
  icon,
  actions,
  level = 2,
  children,
}: MessageProps & { children?: ReactNode }) {
  const Heading = level === 1 ? "h1" : "h2";
  return (
    <div className={classes.message}>
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <Heading className={classes.title}>{title}</Heading>
      {text && <p className={classes.text}>{text}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
      {children}
    </div>
  );
}

/** There is something that the reader may not see: who can grant it. */
export const NotPermitted = (props: Omit<MessageProps, "icon">) => (
  <Message icon={<IconLock size={22} />} {...props} />
);

type FailedProps = {
  title: string;
  text?: ReactNode;
  /** What happens by itself, and when: "Trying again in 8 seconds." It changes and is not spoken each time. */
  next?: string;
  requestId?: string | undefined;
  onRetry?: () => void;
  actions?: ReactNode;
  level?: 1 | 2;
};

/** It could not be read or done: nothing changed, try again, and the request's number for whoever looks into it. */
export function Failed({
  title,
  text = "Nothing was changed.",
  next,
  requestId,
  onRetry,
  actions,
  level,
}: FailedProps) {
  return (
    <div role="alert">
      <Message
        icon={<IconCloudOff size={22} />}
        {...(level && { level })}
        title={title}
        text={
          <>
            {text}{" "}
            {next && (
              <span role="timer" aria-live="off">
                {next}
              </span>
            )}
          </>
        }
        actions={
          <>
            {onRetry && (
              <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
                Try again
              </Button>
            )}
            {actions}
          </>
        }
      >
        {requestId && (
          <p className={classes.request}>
            <RequestNumber id={requestId} />
          </p>
        )}
      </Message>
    </div>
  );
}
