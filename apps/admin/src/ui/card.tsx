import type { ReactNode } from "react";
import classes from "./card.module.css";

type CardProps = {
  title?: ReactNode;
  note?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
  /** Without inner margin, for tables and rows. */
  flush?: boolean;
  tone?: "plain" | "sunken";
};

/** A panel: an edge, no shadow. With a title it is a section of the page. */
export function Card({ title, note, action, children, flush = false, tone = "plain" }: CardProps) {
  const Root = title ? "section" : "div";
  return (
    <Root className={classes.card} data-tone={tone}>
      {title && (
        <header className={classes.head}>
          <h2 className={classes.title}>{title}</h2>
          {note && <span className={classes.note}>{note}</span>}
          {action && <div className={classes.action}>{action}</div>}
        </header>
      )}
      <div className={flush ? undefined : classes.body}>{children}</div>
    </Root>
  );
}

/** A row inside a flush card, with a rule above all but the first. */
export const CardRow = ({ children }: { children: ReactNode }) => (
  <div className={classes.row}>{children}</div>
);
