import type { ProblemField } from "@vehicle-contracts/contract-model";

/** What a rule decides: the value, or each rule that is broken, the first named first. */
export type Outcome<Value> = { ok: true; value: Value } | { ok: false; fields: ProblemField[] };

export const broken = (path: string, code: string, message: string): ProblemField => ({
  path,
  code,
  message,
});

export const refused = (
  path: string,
  code: string,
  message: string,
): { ok: false; fields: ProblemField[] } => ({
  ok: false,
  fields: [broken(path, code, message)],
});

/** All values where every outcome has one; else every rule that is broken, in the order of the outcomes. */
export function allOf<Values extends object>(
  outcomes: {
    [Name in keyof Values]: Outcome<Values[Name]>;
  },
): Outcome<Values> {
  const fields: ProblemField[] = [];
  const values: Partial<Values> = {};
  for (const name in outcomes) {
    const outcome = outcomes[name];
    if (outcome.ok) values[name] = outcome.value;
    else fields.push(...outcome.fields);
  }
  // Without a broken rule each name has had its value.
  return fields.length > 0 ? { ok: false, fields } : { ok: true, value: values as Values };
}
