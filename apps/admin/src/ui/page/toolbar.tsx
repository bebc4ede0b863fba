import type { ReactNode } from "react";
import classes from "./page.module.css";

/** A row of search, chips and buttons under the top bar of a full page; `end` stands at the right. */
export function Toolbar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.toolbarStart}>{children}</div>
      {end && <div className={classes.actions}>{end}</div>}
    </div>
  );
}

/** Sticks to the bottom: the pager of a full page, the review of a form on a tablet. */
export function FootBar({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <div className={classes.footBar}>
      <div className={classes.footStart}>{children}</div>
      {end && <div className={classes.actions}>{end}</div>}
    </div>
  );
}
