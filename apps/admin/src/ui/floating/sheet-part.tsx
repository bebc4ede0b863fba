import type { ReactNode } from "react";
import classes from "./sheet-part.module.css";

/** A part of a sheet below its fields, with a title. */
export const SheetPart = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className={classes.part} aria-label={title}>
    <h3 className={classes.title}>{title}</h3>
    {children}
  </section>
);

/** A fact in a sheet with what can be done about it. */
export const SheetLine = ({ text, note, action }: { text: string; note: string; action?: ReactNode }) => (
  <div className={classes.line}>
    <span className={classes.text}>
      {text}
      <span className={classes.note}>{note}</span>
    </span>
    {action}
  </div>
);
