"use client";

import { type KeyboardEvent, type Ref, useEffect, useEffectEvent, useImperativeHandle, useRef } from "react";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import type { DataTableHandle } from "./data-column.ts";
import { useWayBack } from "./use-way-back.ts";

/** A row is a link: the browser opens it. */
const noKey = () => {};

const moves: Record<string, (at: number, last: number) => number> = {
  ArrowDown: (at, last) => Math.min(at + 1, last),
  ArrowUp: (at) => Math.max(at - 1, 0),
  Home: () => 0,
  End: (_at, last) => last,
};

/**
 * The focus inside a table's rows: one row is reached by Tab, the arrows move on from there. While a row is open beside the
 * list, the arrows open the row they come to; when it is closed, a focus that went with it comes back to its row. So does
 * the focus when one comes back from the page that a row led to. `label` names the table.
 */
export function useRowFocus(label: string, handle: Ref<DataTableHandle> | null, openId: string | null) {
  const table = useRef<HTMLTableElement>(null);
  const targets = () => [...(table.current?.querySelectorAll<HTMLElement>("[data-row-target]") ?? [])];
  const focusOn = (target: HTMLElement | undefined) => {
    if (!target) return;
    for (const other of targets()) other.tabIndex = -1;
    target.tabIndex = 0;
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  };
  const focusFirst = () => focusOn(targets()[0]);
  const focusEntry = () => focusOn(targets().find(({ tabIndex }) => tabIndex === 0));
  useImperativeHandle(handle, () => ({ focusFirst, openFirst: () => targets()[0]?.click() }));
  const enter = ({ target }: globalThis.KeyboardEvent) => {
    const dialog = target instanceof Element ? target.closest('[role="dialog"]') : null;
    // the rows behind a dialog wait until it is closed
    if (!dialog || dialog.contains(table.current)) focusEntry();
  };
  useShortcut("ArrowDown", "Into the rows, and down", enter, { group: "Table" });
  useShortcut("ArrowUp", "Into the rows, and up", enter, { group: "Table" });
  useShortcut("Enter", "Open the row", noKey, { group: "Table", isListedOnly: true });

  const focusRow = (id: string) => focusOn(targets().find((target) => target.dataset.rowTarget === id));
  const wayBack = useWayBack(label, focusRow);

  const lastOpenId = useRef(openId);
  const takeBack = useEffectEvent((id: string) => {
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost) focusRow(id);
  });
  useEffect(() => {
    const closed = openId === null ? lastOpenId.current : null;
    lastOpenId.current = openId;
    if (closed !== null) takeBack(closed);
  }, [openId]);

  const onKeyDown = (event: KeyboardEvent) => {
    const all = targets();
    const at = all.indexOf(document.activeElement as HTMLElement);
    const move = moves[event.key];
    if (at < 0 || !move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const to = move(at, all.length - 1);
    focusOn(all[to]);
    if (openId !== null && to !== at) all[to]?.click();
  };
  return { table, onKeyDown, onClick: wayBack.leave };
}
