import { useState } from "react";
import type { Chosen, Side } from "./conflict-row.ts";

/** Which side was chosen of what clashes with this version; each newer version begins anew. */
export function useChosen(version: number): [Chosen, (key: string, side: Side) => void] {
  const [kept, setKept] = useState<{ version: number; chosen: Chosen }>({ version, chosen: new Map() });
  const chosenOf = (state: typeof kept): Chosen => (state.version === version ? state.chosen : new Map());
  return [
    chosenOf(kept),
    (key, side) => setKept((before) => ({ version, chosen: new Map([...chosenOf(before), [key, side]]) })),
  ];
}
