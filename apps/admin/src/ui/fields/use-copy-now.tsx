"use client";

import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import { type FocusEvent, useRef } from "react";

/** What makes a text field one whose text is there to be copied, by the button in it, which has the focus first. */
export function useCopyNow<Input extends HTMLInputElement | HTMLTextAreaElement>(
  text: string,
  onCopied?: () => void,
) {
  const clipboard = useClipboard({ timeout: 4_000 });
  const ref = useRef<Input>(null);
  const copy = () => {
    // a browser without a clipboard leaves the text marked, to be copied by hand
    ref.current?.select();
    clipboard.copy(text);
    if (navigator.clipboard) onCopied?.();
  };
  return {
    ref,
    readOnly: true,
    value: text,
    onFocus: (event: FocusEvent<Input>) => event.currentTarget.select(),
    rightSectionWidth: 92,
    rightSection: (
      <Button
        size="xs"
        data-autofocus
        leftSection={clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
        onClick={copy}
      >
        {clipboard.copied ? "Copied" : "Copy"}
      </Button>
    ),
  };
}
