"use client";

import { useEffect, useEffectEvent } from "react";
import { useShortcutRegistry } from "./shortcuts-context.tsx";

/**
 * Registers a key at the window's registry while the component is there (and `when` holds). The last one registered for
 * a key wins, so that a dialog's goes before the page's. `isListedOnly`: the sheet of keys says it, and it is another's to act.
 */
export function useShortcut(
  keys: string,
  label: string,
  run: (event: KeyboardEvent) => void,
  {
    group = "This page",
    when = true,
    isListedOnly = false,
  }: { group?: string; when?: boolean; isListedOnly?: boolean } = {},
): void {
  const registry = useShortcutRegistry();
  const onKey = useEffectEvent(run);
  useEffect(() => {
    if (!when) return undefined;
    return registry.add({ keys, label, group, isListedOnly, run: (event) => onKey(event) });
  }, [registry, keys, label, group, when, isListedOnly]);
}
