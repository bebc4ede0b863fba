import { type ChangedBy, changedBy } from "./changed-by.ts";
import type { Chosen } from "./conflict-row.ts";

/** The three versions of a flat record: what both began from, what is kept now, what was typed. */
export type Versions<Flat> = { base: Flat; theirs: Flat; mine: Flat };

type ChangedField<Flat> = { field: keyof Flat & string; by: ChangedBy };

/** The fields that differ between the versions, in the order of `fields`. */
export const changedFields = <Flat>(
  fields: readonly (keyof Flat & string)[],
  { base, theirs, mine }: Versions<Flat>,
): ChangedField<Flat>[] =>
  fields.flatMap((field) => {
    const by = changedBy({ base: base[field], theirs: theirs[field], mine: mine[field] });
    return by === null ? [] : [{ field, by }];
  });

/** What is kept now, with the fields put in that only I changed and those of which mine was chosen. */
export function joined<Flat>(
  changed: readonly ChangedField<Flat>[],
  { theirs, mine }: Versions<Flat>,
  chosen: Chosen,
): Flat {
  const own = changed.filter(({ field, by }) => by === "mine" || chosen.get(field) === "mine");
  return { ...theirs, ...Object.fromEntries(own.map(({ field }) => [field, mine[field]])) };
}
