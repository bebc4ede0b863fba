import type { ReactNode } from "react";
import classes from "./data-table.module.css";

/** A cell of two lines: what it is, and what tells it apart. */
export function TwoLines({ top, below }: { top: ReactNode; below?: ReactNode }) {
  return (
    <span className={classes.lines}>
      <span className={classes.top}>{top}</span>
      {below !== undefined && <span className={classes.below}>{below}</span>}
    </span>
  );
}
