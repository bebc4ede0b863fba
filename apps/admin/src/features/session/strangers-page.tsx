import type { ReactNode } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";
import classes from "./session.module.css";

type StrangersPageProps = { title: string; text?: ReactNode; below?: ReactNode; children: ReactNode };

/** What somebody sees who is not signed in: one card, nothing about the group. */
export function StrangersPage({ title, text, below, children }: StrangersPageProps) {
  return (
    <div className={classes.strangers}>
      <title>{`${title} · Vehicle Contracts`}</title>
      <main className={classes.column}>
        <div className={classes.brand}>
          <BrandMark />
          <span>Vehicle Contracts</span>
        </div>
        <div className={classes.card}>
          <h1 className={classes.title}>{title}</h1>
          {text && <p className={classes.text}>{text}</p>}
          <noscript>
            <p className={classes.text}>This page needs JavaScript, which this browser does not run.</p>
          </noscript>
          {children}
        </div>
        {below && <p className={classes.below}>{below}</p>}
      </main>
    </div>
  );
}
