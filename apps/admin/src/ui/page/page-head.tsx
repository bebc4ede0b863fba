import type { ReactNode } from "react";
import { type Fact, FactsLine } from "../facts.tsx";
import classes from "./page.module.css";

type PageHeadProps = {
  title: ReactNode;
  /** Badges, a plate, a version, behind the title. */
  beside?: ReactNode;
  facts?: readonly Fact[];
  /** Buttons at the right. */
  actions?: ReactNode;
  /** Buttons in a row of their own, below. */
  bar?: ReactNode;
};

/** The head of a page: its title first, then what one asks of it. */
export function PageHead({ title, beside, facts, actions, bar }: PageHeadProps) {
  return (
    <header className={classes.head}>
      <div className={classes.headRow}>
        <div className={classes.headText}>
          <div className={classes.titleRow}>
            <h1 className={classes.title}>{title}</h1>
            {beside}
          </div>
        </div>
        {actions && <div className={classes.actions}>{actions}</div>}
      </div>
      {facts && facts.length > 0 && (
        <div className={classes.facts}>
          <FactsLine items={facts} />
        </div>
      )}
      {bar && <div className={classes.bar}>{bar}</div>}
    </header>
  );
}
