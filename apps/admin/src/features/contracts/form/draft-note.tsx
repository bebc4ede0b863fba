"use client";

import { Button } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./form.module.css";

type DraftNoteProps = { savedAt: string | null; restored: boolean; discard: () => void };

/** That what is typed is kept on this device, since when, and the way to begin anew. */
export function DraftNote({ savedAt, restored, discard }: DraftNoteProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  if (savedAt === null) return null;
  return (
    <span className={classes.draftNote}>
      <IconDeviceFloppy size={16} stroke={1.75} aria-hidden />
      {restored ? "Taken up again, kept" : "Draft kept"} on this device, {format.time(savedAt, timeZone)}
      <Button variant="transparent" size="compact-sm" className={classes.linkButton} onClick={discard}>
        Discard
      </Button>
    </span>
  );
}
