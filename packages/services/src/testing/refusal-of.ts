import { ServiceError, type ServiceProblem } from "../service-error.ts";

/** The problem that a call is refused with. Throws where it is not refused, or fails otherwise. */
export async function refusalOf(call: Promise<unknown>): Promise<ServiceProblem> {
  let answer: unknown;
  try {
    answer = await call;
  } catch (error) {
    if (error instanceof ServiceError) return error.problem;
    throw error;
  }
  throw new Error(`The call was to be refused; it answered ${JSON.stringify(answer)}.`);
}

/** The codes of the fields at fault, by their path. */
export const faultsOf = async (call: Promise<unknown>): Promise<Record<string, string>> =>
  Object.fromEntries(((await refusalOf(call)).fields ?? []).map(({ path, code }) => [path, code]));
