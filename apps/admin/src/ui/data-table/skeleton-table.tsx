import { SkeletonBar } from "../states/skeleton.tsx";
import type { DataColumn } from "./data-column.ts";
import classes from "./data-table.module.css";
import { ColumnWidths } from "./data-table.tsx";
import { HeaderText } from "./header-cell.tsx";

type SkeletonTableProps<Row> = {
  label: string;
  columns: readonly DataColumn<Row>[];
  rows?: number;
  dense?: boolean;
};

const widths = [62, 74, 55, 68, 80, 59];

/** The table before its rows are there, in their layout; bars appear after 150 ms. */
export function SkeletonTable<Row>({ label, columns, rows = 12, dense = false }: SkeletonTableProps<Row>) {
  return (
    <div className={classes.scroll} data-sticky aria-busy="true">
      <table className={classes.table} aria-label={`${label}, loading`} data-dense={dense || undefined}>
        <ColumnWidths columns={columns} />
        <thead>
          <tr>
            {columns.map(({ align, id, wideOnly, ...column }) => (
              <th
                key={id}
                scope="col"
                className={classes.header}
                data-align={align}
                data-wide-only={wideOnly || undefined}
              >
                <HeaderText {...column} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: rows }, (_, place) => `row ${place}`).map((row, place) => (
            <tr key={row} className={classes.row}>
              {columns.map((column, at) => (
                <td
                  key={column.id}
                  className={classes.cell}
                  data-align={column.align}
                  data-wide-only={column.wideOnly || undefined}
                >
                  <SkeletonCell
                    kind={column.skeleton ?? "one-line"}
                    width={widths[(place + at) % widths.length] ?? 60}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function SkeletonCell({ kind, width }: { kind: "two-lines" | "one-line" | "badge" | "none"; width: number }) {
  if (kind === "none") return null;
  if (kind === "badge") return <SkeletonBar width="68px" height={20} />;
  if (kind === "one-line") return <SkeletonBar width={`${width}%`} />;
  return (
    <span className={classes.skeletonLines}>
      <SkeletonBar width={`${width}%`} />
      <SkeletonBar width={`${Math.min(95, width + 14)}%`} />
    </span>
  );
}
