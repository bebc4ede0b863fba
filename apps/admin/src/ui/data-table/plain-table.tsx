"use client";

import type { ReactNode } from "react";
import classes from "./data-table.module.css";
import { useScrollsAcross } from "./use-scrolls-across.ts";

type PlainTableProps = {
  label: string;
  columns: readonly { header: string; align?: "end"; width?: string }[];
  /** Rows besides those that are drawn now, where only some are (`VirtualRows`). */
  rowCount?: number;
  children: ReactNode;
};

/** A small table inside a card; its rows are plain `<tr>` with `<td>` (data-align="end" for figures). */
export function PlainTable({ label, columns, rowCount, children }: PlainTableProps) {
  const { ref, scrolls } = useScrollsAcross();
  return (
    <div
      ref={ref}
      className={classes.plainScroll}
      {...(scrolls && { tabIndex: 0, role: "region", "aria-label": `${label}, scrolls sideways` })}
    >
      <table
        className={classes.plain}
        aria-label={label}
        aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
      >
        <thead>
          <tr>
            {columns.map(({ header, align, width }) => (
              <th key={header} scope="col" data-align={align} style={width ? { width } : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        {rowCount === undefined ? <tbody>{children}</tbody> : children}
      </table>
    </div>
  );
}
