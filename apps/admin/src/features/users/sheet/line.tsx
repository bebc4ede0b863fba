import type { ReactNode } from "react";
import classes from "./sheet.module.css";

/** A fact in a sheet with what can be done about it. */
export const Line = ({ text, note, action }: { text: string; note: string; action?: ReactNode }) => (
  <div className={classes.line}>
    <span className={classes.lineText}>
      {text}
      <span className={classes.lineNote}>{note}</span>
    </span>
    {action}
  </div>
);
