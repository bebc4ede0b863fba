"use client";

import { type KeyboardEvent, type Ref, useImperativeHandle, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import type { DataTableHandle } from "./data-column.ts";

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/** The focus inside a table's rows: one row is reached by Tab, the arrows move on from there. */
export function useRowFocus(handle: Ref<DataTableHandle> | null) {
  const table = useRef<HTMLTableElement>(null);
  const targets = () => [...(table.current?.querySelectorAll<HTMLElement>("[data-row-target]") ?? [])];
  const focusAt = (place: number) => {
    const all = targets();
    for (const target of all) target.tabIndex = -1;
    const target = all[place];
    if (!target) return;
    target.tabIndex = 0;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  };
  const focusFirst = () => focusAt(0);
  useImperativeHandle(handle, () => ({ focusFirst, openFirst: () => targets()[0]?.click() }));
  useShortcut("ArrowDown", "Move in the rows", focusFirst, { group: "Table" });

  const onKeyDown = (event: KeyboardEvent) => {
    const all = targets();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move = moves[event.key];
    if (at < 0 || !move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    focusAt(move(at, all.length - 1));
  };
  return { table, onKeyDown };
}
