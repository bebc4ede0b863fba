"use client";

import { Button, Checkbox } from "@mantine/core";
import type { ReactNode } from "react";
import { Dialog } from "./dialog.tsx";
import classes from "./floating.module.css";

type ShownOnceDialogProps = {
  title: string;
  /** What is ticked once it is kept: "I have the link". */
  tick: string;
  isKept: boolean;
  onKept: (isKept: boolean) => void;
  onDone: () => void;
  children: ReactNode;
};

/** What is shown this once: "Done" waits until it is kept. */
export const ShownOnceDialog = ({ title, tick, isKept, onKept, onDone, children }: ShownOnceDialogProps) => (
  <Dialog
    opened
    onClose={onDone}
    mustDecide
    size="m"
    title={title}
    footStart={
      <Checkbox label={tick} checked={isKept} onChange={(event) => onKept(event.currentTarget.checked)} />
    }
    foot={
      <Button disabled={!isKept} onClick={onDone}>
        Done
      </Button>
    }
  >
    <div className={classes.shownOnce}>{children}</div>
  </Dialog>
);
