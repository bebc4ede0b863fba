"use client";

import { ActionIcon, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { useTip } from "./floating/use-tip.tsx";
import classes from "./show.module.css";

/** Copies `text`; `what` names it: "VIN", "request number". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  const { target, tip } = useTip<HTMLButtonElement>(clipboard.copied ? "Copied" : `Copy ${what}`);
  return (
    <>
      <ActionIcon
        {...target}
        className={classes.copy}
        size={24}
        aria-label={`Copy ${what}`}
        onClick={(event) => {
          event.stopPropagation();
          clipboard.copy(text);
        }}
      >
        {clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
      </ActionIcon>
      {tip}
      <VisuallyHidden role="status">{clipboard.copied ? `${what} copied` : ""}</VisuallyHidden>
    </>
  );
}
