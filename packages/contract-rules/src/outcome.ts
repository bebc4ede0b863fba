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
