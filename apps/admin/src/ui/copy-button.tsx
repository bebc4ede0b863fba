"use client";

import { ActionIcon, Tooltip, VisuallyHidden } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import classes from "./show.module.css";

/** Copies `text`; `what` names it: "VIN", "request number". */
export function CopyButton({ text, what }: { text: string; what: string }) {
  const clipboard = useClipboard({ timeout: 2_000 });
  return (
    <>
      <Tooltip label={clipboard.copied ? "Copied" : `Copy ${what}`}>
        <ActionIcon
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
      </Tooltip>
      <VisuallyHidden role="status">{clipboard.copied ? `${what} copied` : ""}</VisuallyHidden>
    </>
  );
}
