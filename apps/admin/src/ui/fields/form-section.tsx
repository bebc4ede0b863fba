import { IconCheck, IconExclamationMark } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./fields.module.css";

/** Fields side by side; one column when narrow. */
export const FieldGrid = ({ columns, children }: { columns: 2 | 3 | 4; children: ReactNode }) => (
  <div className={classes.grid} data-columns={columns}>
    {children}
  </div>
);

type FormSectionProps = {
  title: string;
  note?: ReactNode;
  /** Whether what it asks is given, wrong, or still open. */
  state?: "done" | "faulty" | "open";
  children: ReactNode;
};

const spoken = { done: "complete", faulty: "something to put right", open: "open" } as const;

/** A part of a long form, with a sign of how it stands. */
export function FormSection({ title, note, state = "open", children }: FormSectionProps) {
  return (
    <section className={classes.section}>
      <span className={classes.sign} data-state={state} role="img" aria-label={spoken[state]}>
        {state === "done" && <IconCheck size={14} stroke={2.5} />}
        {state === "faulty" && <IconExclamationMark size={14} stroke={2.5} />}
      </span>
      <div className={classes.sectionBody}>
        <div className={classes.sectionHead}>
          <h2 className={classes.sectionTitle}>{title}</h2>
          {note && <span className={classes.sectionNote}>{note}</span>}
        </div>
        {children}
      </div>
    </section>
  );
}
