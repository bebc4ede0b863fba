import { sameValue } from "@vehicle-contracts/contract-rules";
import type { Chosen, Side } from "./conflict-row.ts";

/** The three versions of a flat record: what both began from, what is kept now, what was typed. */
export type Versions<Flat> = { base: Flat; theirs: Flat; mine: Flat };

/** Who changed a field. `both`: alike. `clash`: differently, so that somebody must choose. */
type ChangedField<Flat> = { field: keyof Flat & string; by: Side | "both" | "clash" };

/** The fields that differ between the versions, in the order of `fields`. */
export const changedFields = <Flat>(
  fields: readonly (keyof Flat & string)[],
  versions: Versions<Flat>,
): ChangedField<Flat>[] =>
  fields.flatMap((field) => {
    const by = changedBy(field, versions);
    return by === null ? [] : [{ field, by }];
  });

function changedBy<Flat>(field: keyof Flat, { base, theirs, mine }: Versions<Flat>) {
  const isTheirs = !sameValue(base[field], theirs[field]);
  const isMine = !sameValue(base[field], mine[field]);
  if (isTheirs && isMine) return sameValue(theirs[field], mine[field]) ? "both" : "clash";
  if (isTheirs) return "theirs";
  return isMine ? "mine" : null;
}

/** What is kept now, with the fields put in that only I changed and those of which mine was chosen. */
export function joined<Flat>(
  changed: readonly ChangedField<Flat>[],
  { theirs, mine }: Versions<Flat>,
  chosen: Chosen,
): Flat {
  const own = changed.filter(({ field, by }) => by === "mine" || chosen.get(field) === "mine");
  return { ...theirs, ...Object.fromEntries(own.map(({ field }) => [field, mine[field]])) };
}
