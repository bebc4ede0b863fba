import type { ReactNode } from "react";

/** A column of a table. Widths are of a fixed layout: percentages, or pixels for what has one size. */
export type DataColumn<Row> = {
  id: string;
  header: string;
  /** The header under 1024 px, where a cell says more there. */
  narrowHeader?: string;
  /** Small, behind the header. */
  note?: string;
  width: string;
  cell: (row: Row) => ReactNode;
  align?: "end";
  sortable?: boolean;
  /** Which way a first click sorts. */
  firstDirection?: "asc" | "desc";
  /** Left out under 1024 px. */
  wideOnly?: boolean;
  /** Width under 1024 px, where it differs. */
  narrowWidth?: string;
  /** What its rows look like before they are there. */
  skeleton?: "two-lines" | "one-line" | "badge" | "none";
};

export type Sort = { by: string; direction: "asc" | "desc" };

/** For an "Open the first one" from outside: the search box. */
export type DataTableHandle = { focusFirst: () => void; openFirst: () => void };
