import type { ReactNode } from "react";
import { Card } from "../card.tsx";
import classes from "./form-page.module.css";

type FormPanelProps = { title: string; note?: string; children: ReactNode };

/** What stays in sight beside a form: what will be saved, and the buttons. A tablet has the `FormDock` instead. */
export const FormPanel = ({ title, note, children }: FormPanelProps) => (
  <div className={classes.panel}>
    <Card title={title} note={note} flush>
      {children}
    </Card>
  </div>
);

/** A part of the panel; `tight` keeps its lines together. */
export const PanelPart = ({ tight = false, children }: { tight?: boolean; children: ReactNode }) => (
  <div className={classes.part} data-tight={tight || undefined}>
    {children}
  </div>
);

/** What is not known yet. */
export const NotYet = ({ children = "not yet" }: { children?: ReactNode }) => (
  <span className={classes.notYet}>{children}</span>
);
