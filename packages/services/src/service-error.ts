import type { Problem, ProblemField } from "@vehicle-contracts/contract-model";
import type { Outcome } from "@vehicle-contracts/contract-rules";

type WithoutEnvelope<P> = P extends unknown
  ? Omit<P, "fields" | "correlationId"> & { fields?: ProblemField[] }
  : never;

/** A problem as a service knows it: the edge adds the correlation id. */
export type ServiceProblem = WithoutEnvelope<Problem>;

/** What a service throws when it refuses: one of the closed family of errors. Each door maps it once. */
export class ServiceError extends Error {
  /** By its name: a bundle may hold this module more than once, and one copy's door meets another copy's error. */
  static override [Symbol.hasInstance](error: unknown): error is ServiceError {
    return error instanceof Error && error.name === "ServiceError";
  }
  override readonly name = "ServiceError";
  readonly problem: ServiceProblem;

  constructor(problem: ServiceProblem) {
    super(problem.message);
    this.problem = problem;
  }
}

/** NOT_FOUND, the same for what is not there and for another enterprise's. `what` is a noun such as "contract". */
export const notFound = (what: string, path?: string): ServiceError =>
  new ServiceError({
    code: "NOT_FOUND",
    message: `There is no ${what} with this id.`,
    fields: path ? [{ path, code: "NOT_FOUND", message: `There is no ${what} with this id.` }] : [],
  });

/** Throws RULE_BROKEN with every field at fault; does nothing when none is. */
export function refuseIfBroken(fields: readonly ProblemField[]): void {
  if (fields.length > 0) throw ruleBroken(...fields);
}

/** What a rule decided. Throws RULE_BROKEN with every field at fault. */
export function valueOrRefuse<Value>(outcome: Outcome<Value>): Value {
  if (!outcome.ok) throw ruleBroken(...outcome.fields);
  return outcome.value;
}

export const ruleBroken = (...fields: ProblemField[]): ServiceError =>
  new ServiceError({
    code: "RULE_BROKEN",
    message: fields.map((field) => field.message).join(" "),
    fields,
  });

/** DUPLICATE: another record has what must be unique; its id is null where who asks may not see it. */
export const duplicate = (existingId: string | null, field: ProblemField): ServiceError =>
  new ServiceError({ code: "DUPLICATE", message: field.message, existingId, fields: [field] });
