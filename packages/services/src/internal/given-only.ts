type Given<Changes> = { [Field in keyof Changes]?: Exclude<Changes[Field], undefined> };

/** The fields that are given: `undefined` is not, as in JSON; `null` is. */
export const givenOnly = <Changes extends object>(changes: Changes): Given<Changes> =>
  // The entries are a subset of the changes' own.
  Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Given<Changes>;
