"use client";

import { IconArrowDown, IconArrowsSort, IconArrowUp } from "@tabler/icons-react";
import type { DataColumn } from "./data-column.ts";
import classes from "./data-table.module.css";

type HeaderCellProps = {
  column: Pick<DataColumn<never>, "header" | "narrowHeader" | "note" | "align" | "wideOnly"> | undefined;
  sorted: false | "asc" | "desc";
  onSort: ((event: unknown) => void) | undefined;
};

const ariaSort = { asc: "ascending", desc: "descending" } as const;

/** A header; a button where the column can be sorted. */
export function HeaderCell({ column, sorted, onSort }: HeaderCellProps) {
  if (!column) return null;
  const Arrow = sorted === "asc" ? IconArrowUp : sorted === "desc" ? IconArrowDown : IconArrowsSort;
  return (
    <th
      scope="col"
      className={classes.header}
      data-align={column.align}
      data-wide-only={column.wideOnly || undefined}
      aria-sort={sorted ? ariaSort[sorted] : onSort ? "none" : undefined}
    >
      {onSort ? (
        <button type="button" className={classes.sort} data-sorted={sorted || undefined} onClick={onSort}>
          <HeaderText {...column} />
          <Arrow size={14} className={classes.arrow} aria-hidden />
        </button>
      ) : (
        <HeaderText {...column} />
      )}
      {column.note && <span className={classes.note}>{column.note}</span>}
    </th>
  );
}

/** The header as it is for this width. */
export function HeaderText({ header, narrowHeader }: { header: string; narrowHeader?: string }) {
  if (!narrowHeader) return header;
  return (
    <>
      <span className={classes.wideText}>{header}</span>
      <span className={classes.narrowText}>{narrowHeader}</span>
    </>
  );
}
