"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useCallback, useState } from "react";

type VirtualRowsProps<Row> = {
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Of a row in px, before it is drawn; each is measured then. */
  estimate: number;
  columns: number;
  cells: (row: Row) => ReactNode;
  className?: string | undefined;
  /** Set on the row as `data-withdrawn`: it no longer counts. */
  isWithdrawn?: (row: Row) => boolean;
};

/** Where a table's rows stand in what scrolls: the dialog around them. */
type Place = { scroller: HTMLElement; top: number };

/** The body of a `PlainTable` of hundreds of rows inside a dialog: only those in sight are drawn, and the others keep their place. */
export function VirtualRows<Row>(props: VirtualRowsProps<Row>) {
  const { rows, rowId, estimate, columns, cells, className, isWithdrawn } = props;
  const [place, setPlace] = useState<Place | null>(null);
  const find = useCallback((body: HTMLTableSectionElement | null) => {
    const scroller = body?.closest<HTMLElement>("[data-scrolls]");
    if (!body || !scroller) return;
    const top = body.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop;
    setPlace({ scroller, top });
  }, []);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place?.scroller ?? null,
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : rowId(row);
    },
    estimateSize: () => estimate,
    scrollMargin: place?.top ?? 0,
    overscan: 12,
  });
  const drawn = virtualizer.getVirtualItems();
  const margin = virtualizer.options.scrollMargin;
  const before = (drawn[0]?.start ?? margin) - margin;
  const after = virtualizer.getTotalSize() - (drawn.at(-1)?.end ?? margin) + margin;
  return (
    <tbody ref={find}>
      <Gap height={before} columns={columns} />
      {drawn.map(({ key, index }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <tr
              key={key}
              ref={virtualizer.measureElement}
              data-index={index}
              // the head is the first row
              aria-rowindex={index + 2}
              className={className}
              data-withdrawn={isWithdrawn?.(row) || undefined}
            >
              {cells(row)}
            </tr>
          )
        );
      })}
      <Gap height={after} columns={columns} />
    </tbody>
  );
}

const Gap = ({ height, columns }: { height: number; columns: number }) =>
  height > 0 && (
    <tr aria-hidden>
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
