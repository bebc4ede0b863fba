import type { ReactNode } from "react";
import classes from "./page.module.css";
import { Toolbar } from "./toolbar.tsx";

type ListHeadProps = {
  title: string;
  /** How many there are. */
  note?: ReactNode;
  /** Filters, after the title. */
  children?: ReactNode;
  /** Search and the button for a new one. */
  end?: ReactNode;
};

/** The head of a full page that shows a list by its title: `Page` with `headed`. */
export function ListHead({ title, note, children, end }: ListHeadProps) {
  return (
    <Toolbar end={end}>
      <h1 className={classes.title}>{title}</h1>
      <span className={classes.listNote} role="status">
        {note}
      </span>
      {children}
    </Toolbar>
  );
}
