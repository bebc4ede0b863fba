"use client";

import {
  type ColumnDef,
  rowSortingFeature,
  type SortingState,
  tableFeatures,
  type Updater,
  useTable,
} from "@tanstack/react-table";
import type { Route } from "next";
import { type ReactNode, type Ref, useMemo } from "react";
import type { DataColumn, DataTableHandle, Sort } from "./data-column.ts";
import { DataRow } from "./data-row.tsx";
import classes from "./data-table.module.css";
import { HeaderCell } from "./header-cell.tsx";
import { useRowFocus } from "./use-row-focus.ts";

const features = tableFeatures({ rowSortingFeature });

export type DataTableProps<Row extends object> = {
  /** Names the table for those who do not see it. */
  label: string;
  columns: readonly DataColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Where a row leads… */
  hrefOf?: (row: Row) => Route;
  /** …or what opens beside the list, and which row is open. */
  onOpen?: (row: Row) => void;
  openId?: string | null;
  sort?: Sort | null;
  onSort?: (sort: Sort) => void;
  /** The rows are those of the former question; the new ones are on their way. */
  isStale?: boolean;
  /** Instead of rows when there are none. */
  empty?: ReactNode;
  dense?: boolean;
  stickyHead?: boolean;
  handle?: Ref<DataTableHandle>;
};

/**
 * Rows with a sticky head in a fixed layout. The server sorts: a click on a header asks for it. The first column is the
 * row's link: ↑ ↓ move, Enter opens, a click anywhere in the row does too. While a row is open beside the list, ↑ ↓ open.
 */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const {
    label,
    columns,
    rows,
    rowId,
    sort = null,
    onSort,
    isStale = false,
    empty,
    dense,
    stickyHead = true,
  } = props;
  const definitions = useMemo(() => columns.map(definition), [columns]);
  const data = useMemo(() => [...rows], [rows]);
  const sorting: SortingState = useMemo(
    () => (sort ? [{ id: sort.by, desc: sort.direction === "desc" }] : []),
    [sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data,
    getRowId: rowId,
    manualSorting: true,
    enableSortingRemoval: false,
    enableMultiSort: false,
    state: { sorting },
    onSortingChange: (updater: Updater<SortingState>) => {
      const [next] = typeof updater === "function" ? updater(sorting) : updater;
      if (next) onSort?.({ by: next.id, direction: next.desc ? "desc" : "asc" });
    },
  });
  const openId = props.openId ?? null;
  const focus = useRowFocus(label, props.handle ?? null, openId);
  const hasOpenRow = rows.some((row) => rowId(row) === openId);
  const columnOf = new Map(columns.map((column) => [column.id, column]));

  return (
    <div className={classes.scroll} data-sticky={stickyHead || undefined} data-table-scroll>
      <table
        ref={focus.table}
        className={classes.table}
        aria-label={label}
        aria-busy={isStale}
        data-dense={dense || undefined}
        data-stale={isStale || undefined}
      >
        <ColumnWidths columns={columns} />
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id}>
              {group.headers.map((header) => (
                <HeaderCell
                  key={header.id}
                  column={columnOf.get(header.column.id)}
                  sorted={header.column.getIsSorted()}
                  onSort={header.column.getCanSort() ? header.column.getToggleSortingHandler() : undefined}
                />
              ))}
            </tr>
          ))}
        </thead>
        <tbody onKeyDown={focus.onKeyDown} onClick={focus.onClick}>
          {table.getRowModel().rows.map((row, place) => (
            <DataRow
              key={row.id}
              id={row.id}
              row={row.original}
              columns={columns}
              isEntry={hasOpenRow ? row.id === openId : place === 0}
              isOpen={row.id === openId}
              href={props.hrefOf?.(row.original)}
              onOpen={props.onOpen}
            />
          ))}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  );
}

/** The widths of a fixed layout; those of narrow screens are in the style sheet's reach as variables. */
export function ColumnWidths<Row>({ columns }: { columns: readonly DataColumn<Row>[] }) {
  return (
    <colgroup>
      {columns.map(({ id, width, narrowWidth, wideOnly }) => (
        <col
          key={id}
          className={classes.column}
          data-wide-only={wideOnly || undefined}
          style={{ "--width": width, "--narrow-width": narrowWidth ?? "auto" } as React.CSSProperties}
        />
      ))}
    </colgroup>
  );
}

const definition = <Row extends object>(column: DataColumn<Row>): ColumnDef<typeof features, Row> => ({
  id: column.id,
  header: column.header,
  // sorting is the server's; the value only makes the column one that can be sorted
  accessorFn: () => column.id,
  enableSorting: column.sortable ?? false,
  sortDescFirst: column.firstDirection === "desc",
});
