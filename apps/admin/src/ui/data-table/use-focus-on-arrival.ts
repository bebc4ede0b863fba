"use client";

import { type RefObject, useEffect, useEffectEvent } from "react";
import type { DataTableHandle } from "./data-column.ts";

/** Moves the document's focus to the first row once the rows that were waited for are there. */
export function useFocusOnArrival(
  isThere: boolean,
  table: RefObject<DataTableHandle | null>,
  onFocused: () => void,
): void {
  const focus = useEffectEvent(() => {
    table.current?.focusFirst();
    onFocused();
  });
  useEffect(() => {
    if (isThere) focus();
  }, [isThere]);
}
