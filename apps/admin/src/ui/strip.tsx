import type { ReactNode } from "react";
import classes from "./strip.module.css";

/** The large figures on top of a page, side by side in one card; `head` is a line above them. */
export function Strip({ head, children }: { head?: ReactNode; children: ReactNode }) {
  return (
    <div className={classes.strip}>
      {head && <div className={classes.head}>{head}</div>}
      <div className={classes.cells}>{children}</div>
    </div>
  );
}

type StripCellProps = {
  label: ReactNode;
  icon?: ReactNode;
  badge?: ReactNode;
  /** The figure, large. */
  value: ReactNode;
  /** Small, behind the figure. */
  after?: ReactNode;
  children?: ReactNode;
  /** l is 20 px, m 16. */
  size?: "m" | "l";
};

export function StripCell({ label, icon, badge, value, after, children, size = "l" }: StripCellProps) {
  return (
    <div className={classes.cell}>
      <div className={classes.label}>
        {icon}
        <span>{label}</span>
        {badge && <span className={classes.badge}>{badge}</span>}
      </div>
      <div className={classes.figure}>
        <span className={classes.value} data-size={size}>
          {value}
        </span>
        {after && <span className={classes.after}>{after}</span>}
      </div>
      {children && <div className={classes.more}>{children}</div>}
    </div>
  );
}
