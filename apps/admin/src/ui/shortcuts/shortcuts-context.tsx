"use client";

import { createContext, type ReactNode, useContext, useState, useSyncExternalStore } from "react";
import { createShortcutRegistry, type ShortcutRegistry } from "./shortcut-registry.ts";
import { useKeyListener } from "./use-key-listener.ts";

const ShortcutsContext = createContext<ShortcutRegistry | null>(null);

export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [registry] = useState(() =>
    createShortcutRegistry(typeof window === "undefined" ? null : window.localStorage),
  );
  useKeyListener(registry.handle, registry.handleFirst);
  return <ShortcutsContext value={registry}>{children}</ShortcutsContext>;
}

export function useShortcutRegistry(): ShortcutRegistry {
  const registry = useContext(ShortcutsContext);
  if (!registry) throw new Error("A shortcut needs the ShortcutsProvider above it.");
  return registry;
}

const none: readonly never[] = [];

/** What is registered on this page, for the sheet of keys. */
export function useShortcuts() {
  const registry = useShortcutRegistry();
  const shortcuts = useSyncExternalStore(registry.subscribe, registry.all, () => none);
  const singleLetters = useSyncExternalStore(registry.subscribe, registry.singleLettersOn, () => true);
  return { shortcuts, singleLetters, setSingleLetters: registry.setSingleLetters };
}
