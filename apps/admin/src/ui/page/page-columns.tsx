import type { ReactNode } from "react";
import classes from "./page.module.css";

type PageColumnsProps = {
  main: ReactNode;
  side: ReactNode;
  /** `after`: under the main column when there is one column. `before`: above it. */
  narrow?: "after" | "before";
  /** The side column stays in sight while the main one scrolls. */
  sticky?: boolean;
};

/** A wide column and one of 340 px beside it; one column under 1024 px. */
export function PageColumns({ main, side, narrow = "after", sticky = false }: PageColumnsProps) {
  return (
    <div className={classes.columns} data-narrow={narrow}>
      <div className={classes.column}>{main}</div>
      <div className={classes.side} data-sticky={sticky || undefined}>
        {side}
      </div>
    </div>
  );
}
