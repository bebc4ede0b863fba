"use client";

import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useTransition } from "react";
import { LinkUnderWay, UnderWay } from "../page/under-way.tsx";
import type { DataColumn } from "./data-column.ts";
import classes from "./data-table.module.css";

type DataRowProps = {
  id: string;
  row: object;
  columns: readonly DataColumn<never>[];
  /** The one row that Tab reaches; the others are reached by the arrows. */
  isEntry: boolean;
  isOpen: boolean;
  href: Route | undefined;
  onOpen: ((row: never) => void) | undefined;
};

/** A row. Its first cell holds the link (or button) that has the focus; the rest of the row is only a larger target. */
export function DataRow({ id, row, columns, isEntry, isOpen, href, onOpen }: DataRowProps) {
  const router = useRouter();
  const [isUnderWay, goOn] = useTransition();
  // the table hands rows and columns of one type; between them the type is not needed
  const own = row as never;
  const open = (event: MouseEvent<HTMLTableRowElement>) => {
    if (isForItself(event)) return;
    if (href && (event.ctrlKey || event.metaKey)) window.open(href, "_blank", "noopener");
    else if (href && navigator.onLine) goOn(() => router.push(href));
    else if (onOpen) {
      // the arrows go on from the row that was clicked
      event.currentTarget.querySelector<HTMLElement>("[data-row-target]")?.focus();
      onOpen(own);
    }
  };
  const opens = href !== undefined || onOpen !== undefined;
  return (
    <tr
      className={classes.row}
      data-open={isOpen || undefined}
      data-opens={opens || undefined}
      onClick={opens ? open : undefined}
    >
      {columns.map(({ id: column, cell, align, wideOnly }, place) => (
        <td key={column} className={classes.cell} data-align={align} data-wide-only={wideOnly || undefined}>
          {place === 0 && opens ? (
            <RowTarget
              id={id}
              href={href}
              isEntry={isEntry}
              isOpen={isOpen}
              onOpen={onOpen && (() => onOpen(own))}
            >
              {cell(own)}
            </RowTarget>
          ) : (
            cell(own)
          )}
          {place === 0 && isUnderWay && <UnderWay />}
        </td>
      ))}
    </tr>
  );
}

type RowTargetProps = {
  id: string;
  href: Route | undefined;
  isEntry: boolean;
  isOpen: boolean;
  onOpen: (() => void) | undefined;
  children: ReactNode;
};

function RowTarget({ id, href, isEntry, isOpen, onOpen, children }: RowTargetProps) {
  const shared = { className: classes.target, tabIndex: isEntry ? 0 : -1, "data-row-target": id } as const;
  if (href)
    return (
      <Link href={href} prefetch={false} {...shared}>
        {children}
        <LinkUnderWay />
      </Link>
    );
  return (
    <button type="button" onClick={onOpen} aria-expanded={isOpen} {...shared}>
      {children}
    </button>
  );
}

/** A click on a control in the row, or at the end of marking text, is not meant for the row. */
function isForItself(event: MouseEvent<HTMLTableRowElement>): boolean {
  const target = event.target instanceof Element ? event.target : null;
  if (target?.closest("a, button, input, label")) return true;
  return (window.getSelection()?.toString() ?? "") !== "";
}
