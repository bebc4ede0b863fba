import type { ReactNode } from "react";

export type FilterChoice = { value: string; label: string; icon?: ReactNode; count?: number };

/** A span that is asked for often: "within 60 days". Its values may be relative ("today", "60d"); the screen reads them. */
export type DatesPreset = { operator: string; label: string; values: readonly [string, string] };

export type FilterField =
  /** Any of these. */
  | { id: string; label: string; kind: "choice"; options: readonly FilterChoice[] }
  /** From and to, both inclusive; the values are `[from, to]`, either may be "". */
  | { id: string; label: string; kind: "dates"; presets?: readonly DatesPreset[] };

/** The values of each field in force; a field without values is left out. */
export type FilterValue = Readonly<Record<string, readonly string[]>>;

export const withField = (value: FilterValue, id: string, values: readonly string[]): FilterValue => {
  const others = Object.fromEntries(Object.entries(value).filter(([field]) => field !== id));
  return values.some((text) => text !== "") ? { ...others, [id]: values } : others;
};

/** The preset that these values are, if they are one. */
export const presetOf = (field: FilterField, values: readonly string[]): DatesPreset | null =>
  (field.kind === "dates" &&
    field.presets?.find(({ values: [from, to] }) => from === values[0] && to === values[1])) ||
  null;
