import type { ReactNode } from "react";

export type FilterChoice = { value: string; label: string; icon?: ReactNode; count?: number };

export type FilterField =
  /** Any of these. */
  | { id: string; label: string; kind: "choice"; options: readonly FilterChoice[] }
  /** From and to, both inclusive; the values are `[from, to]`, either may be "". */
  | { id: string; label: string; kind: "dates" };

/** The values of each field in force; a field without values is left out. */
export type FilterValue = Readonly<Record<string, readonly string[]>>;

export const withField = (value: FilterValue, id: string, values: readonly string[]): FilterValue => {
  const others = Object.fromEntries(Object.entries(value).filter(([field]) => field !== id));
  return values.some((text) => text !== "") ? { ...others, [id]: values } : others;
};
