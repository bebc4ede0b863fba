"use client";

import type { ComboboxStore } from "@mantine/core";
import { useEffect, useEffectEvent } from "react";

/**
 * Marks the first option for Enter once the options are those of what was typed. The mark stands in the document alone:
 * Mantine sets it there, outside of React.
 */
export function useFirstMarked(combobox: ComboboxStore, isAnswered: boolean): void {
  const mark = useEffectEvent(() => combobox.selectFirstOption());
  useEffect(() => {
    if (isAnswered) mark();
  }, [isAnswered]);
}
