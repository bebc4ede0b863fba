"use client";

import { Button, TextInput } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Dialog } from "./dialog.tsx";

type ConfirmDialogProps = {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, in words. */
  children: ReactNode;
  /** The button says the effect: "Cancel and refund €978.87". */
  effect: string;
  onConfirm: () => void;
  isPending?: boolean;
  /** Red, for what takes something away. */
  danger?: boolean;
  /** Only for what cannot be undone: the text to type, such as the contract's number. */
  typed?: string;
  /** The way out: "Keep it". */
  keep?: string;
};

/** Asks before something happens. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const {
    opened,
    onClose,
    title,
    children,
    effect,
    onConfirm,
    isPending = false,
    danger = false,
    typed,
    keep = "Back",
  } = props;
  const [text, setText] = useState("");
  const isTyped = typed === undefined || text.trim() === typed;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={title}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            {keep}
          </Button>
          <Button
            {...(danger && { color: "red" })}
            loading={isPending}
            disabled={!isTyped}
            onClick={onConfirm}
          >
            {effect}
          </Button>
        </>
      }
    >
      {children}
      {typed !== undefined && (
        <TextInput
          mt="md"
          label={`Type ${typed} to confirm`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          data-autofocus
        />
      )}
    </Dialog>
  );
}
