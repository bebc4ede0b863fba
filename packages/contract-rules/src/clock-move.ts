import { effectiveStatus, type Facts, type Lifespan } from "./effective-status.ts";

/** What time or a reading has done to a contract by itself, and nobody has written down yet. */
export type ClockMove = { action: "activate"; to: "ACTIVE" } | { action: "expire"; to: "EXPIRED" };

/**
 * The move that the clock owes a contract, so that what is stored follows what is effective: PENDING to ACTIVE once its start
 * is reached and no provider is awaited; PENDING, ACTIVE or SUSPENDED to EXPIRED once it has run out. null where nothing is
 * owed. `facts.today` is the contract's own store's; asked late or twice, it answers the same. docs/rules.md, "Clock".
 */
export function clockMove(contract: Lifespan, facts: Facts): ClockMove | null {
  const effective = effectiveStatus(contract, facts);
  if (effective === contract.status) return null;
  if (effective === "EXPIRED") return { action: "expire", to: "EXPIRED" };
  return effective === "ACTIVE" ? { action: "activate", to: "ACTIVE" } : null;
}
