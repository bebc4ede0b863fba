import { VisuallyHidden } from "@mantine/core";
import type { Route } from "next";
import type { ReactNode } from "react";
import { TopBar } from "../shell/top-bar.tsx";
import classes from "./page.module.css";

export type Crumb = { label: string; href?: Route };

type PageProps = {
  /** From the section to this page; the last one names the browser's tab. */
  crumbs: readonly Crumb[];
  /** `page`: 1216 px at most. `full`: all there is, for tables; the page itself then does not scroll. */
  width?: "page" | "full";
  /** A full page that shows a title of its own; else the last crumb is its heading, unseen. */
  headed?: boolean;
  /** A panel beside a full page: the detail of a row. */
  beside?: ReactNode;
  children: ReactNode;
};

/** The top bar and what stands under it. */
export function Page({ crumbs, width = "page", headed = width === "page", beside, children }: PageProps) {
  return (
    <>
      <title>{`${crumbs.at(-1)?.label ?? "Desk"} · Vehicle Contracts`}</title>
      <TopBar crumbs={crumbs} />
      <div className={classes.frame} data-width={width}>
        <main id="main" tabIndex={-1} className={classes.content} data-width={width}>
          {!headed && <VisuallyHidden component="h1">{crumbs.at(-1)?.label}</VisuallyHidden>}
          {children}
        </main>
        {beside}
      </div>
    </>
  );
}
