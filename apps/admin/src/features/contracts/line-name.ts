import type { CoverageLine } from "@vehicle-contracts/contract-model";

/** The line's own words, else its code; `*` is everything that no line names. */
export const lineName = ({ code, description }: Pick<CoverageLine, "code" | "description">): string =>
  description ?? (code === "*" ? "Everything not named" : code);
