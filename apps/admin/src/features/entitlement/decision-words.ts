import type { EntitlementDecision, LineKind } from "@vehicle-contracts/contract-model";

const decisions: Readonly<Record<EntitlementDecision, string>> = {
  COVERED: "Covered",
  PARTLY_COVERED: "Partly covered",
  NOT_COVERED: "Not covered",
  UNDETERMINED: "Undetermined",
};

export const decisionWord = (decision: EntitlementDecision): string => decisions[decision];

/** Beside the name of what is done; an amount that is not split needs no word. */
export const kindWord = (kind: LineKind): string | null =>
  kind === "OTHER" ? null : kind === "PARTS" ? "parts" : "labour";
