import { stringify } from "safe-stable-stringify";

/** The given fields that differ from the record's; `undefined` is not given, `null` clears. */
export const changedOnly = <Changes extends object>(before: object, changes: Changes): Partial<Changes> =>
  // The entries are a subset of the changes' own.
  Object.fromEntries(
    Object.entries(changes).filter(
      ([field, value]) => value !== undefined && stringify(value) !== stringify(Reflect.get(before, field)),
    ),
  ) as Partial<Changes>;
