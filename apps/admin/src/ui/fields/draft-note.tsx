"use client";

import { Button } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useFormat } from "../use-format.ts";
import classes from "./fields.module.css";

type DraftNoteProps = {
  savedAt: string | null;
  restored: boolean;
  discard: () => void;
  /** The desk's, in which the time is said. */
  timeZone: string;
};

/** That what is typed is kept on this device, since when, and the way to begin anew. */
export function DraftNote({ savedAt, restored, discard, timeZone }: DraftNoteProps) {
  const format = useFormat();
  if (savedAt === null) return null;
  return (
    <span className={classes.draftNote}>
      <IconDeviceFloppy size={16} stroke={1.75} aria-hidden />
      {restored ? "Taken up again, kept" : "Draft kept"} on this device, {format.time(savedAt, timeZone)}
      <Button variant="transparent" size="compact-sm" className={classes.draftDiscard} onClick={discard}>
        Discard
      </Button>
    </span>
  );
}
