import { sameValue } from "@vehicle-contracts/contract-rules";
import type { Side } from "./conflict-row.ts";

/** Who changed a value. `both`: alike. `clash`: differently, so that somebody must choose. */
export type ChangedBy = Side | "both" | "clash";

/** Who changed what both began from (`base`) to what is kept now (`theirs`) or was typed (`mine`); null where nobody did. */
export function changedBy({
  base,
  theirs,
  mine,
}: {
  base: unknown;
  theirs: unknown;
  mine: unknown;
}): ChangedBy | null {
  const isTheirs = !sameValue(base, theirs);
  const isMine = !sameValue(base, mine);
  if (isTheirs && isMine) return sameValue(theirs, mine) ? "both" : "clash";
  if (isTheirs) return "theirs";
  return isMine ? "mine" : null;
}
