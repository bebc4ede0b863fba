"use client";

import type { ReactNode } from "react";
import { OfflineBar } from "./offline-bar.tsx";
import classes from "./shell.module.css";
import { ShellTopBarEnd } from "./shell-context.tsx";

type AppShellProps = {
  /** The side bar. */
  side: ReactNode;
  /** At the right of every page's top bar. */
  topBarEnd: ReactNode;
  children: ReactNode;
};

/** Side bar of 224, a rail of 60 under 1024 px; beside it the page with its top bar. */
export function AppShell({ side, topBarEnd, children }: AppShellProps) {
  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip}>
        Skip to the page
      </a>
      {side}
      <div className={classes.main}>
        <OfflineBar />
        <ShellTopBarEnd value={topBarEnd}>{children}</ShellTopBarEnd>
      </div>
    </div>
  );
}
