import type { ProblemField } from "@vehicle-contracts/contract-model";
import type { TenantTx } from "@vehicle-contracts/database";
import type { Actor } from "../../actor.ts";
import { ServiceError } from "../../service-error.ts";
import { carryOut, DecidedTooEarly } from "./carry-out.ts";
import { type Decision, decide, type ImportFrame } from "./decide.ts";
import type { VehicleRowOfFile } from "./row.ts";

/** The units of work of one enterprise: an import is too long for one of them. */
export type Units = {
  read<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
  write<T>(work: (tx: TenantTx) => Promise<T>): Promise<T>;
};

/** Decides on rows and, unless it is a dry run, does it: all at once, or one by one where that did not go. */
export async function settle(
  units: Units,
  actor: Actor,
  rows: readonly VehicleRowOfFile[],
  frame: ImportFrame,
  dryRun: boolean,
): Promise<Decision[]> {
  if (rows.length === 0) return [];
  if (dryRun) return units.read((tx) => decide(tx, rows, frame));
  try {
    return await decideAndDo(units, actor, rows, frame);
  } catch (error) {
    if (!isOfRows(error)) throw error;
    const decisions: Decision[] = [];
    for (const row of rows) decisions.push(await settleAlone(units, actor, row, frame));
    return decisions;
  }
}

const decideAndDo = (units: Units, actor: Actor, rows: readonly VehicleRowOfFile[], frame: ImportFrame) =>
  units.write(async (tx) => {
    const decisions = await decide(tx, rows, frame);
    await carryOut(tx, actor, decisions, frame);
    return decisions;
  });

/** How often a row is decided anew when others keep changing its vehicle. */
const attempts = 3;

async function settleAlone(
  units: Units,
  actor: Actor,
  row: VehicleRowOfFile,
  frame: ImportFrame,
): Promise<Decision> {
  let reason: unknown;
  for (let attempt = 1; attempt <= attempts; attempt += 1)
    try {
      const [decision] = await decideAndDo(units, actor, [row], frame);
      if (decision) return decision;
    } catch (error) {
      if (!isOfRows(error)) throw error;
      reason = error;
    }
  return refusedFor(row, reason);
}

/** Someone else changed a vehicle while its row was decided on; alone, each row is decided anew. */
const isOfRows = (error: unknown): boolean =>
  error instanceof ServiceError || error instanceof DecidedTooEarly || isHeldUp(error);

/** PostgreSQL's lock_not_available and deadlock_detected: two work on the same vehicles. */
function isHeldUp(error: unknown): boolean {
  for (let cause = error; typeof cause === "object" && cause !== null; cause = Reflect.get(cause, "cause"))
    if (["55P03", "40P01"].includes(String(Reflect.get(cause, "code")))) return true;
  return false;
}

function refusedFor(row: VehicleRowOfFile, reason: unknown): Decision {
  const problem = reason instanceof ServiceError ? reason.problem : null;
  const fields: ProblemField[] = problem?.fields?.length
    ? problem.fields
    : [
        {
          path: "vin",
          code: problem?.code ?? "STALE_VERSION",
          message: "Someone else is changing this vehicle at the moment. Import the file again.",
        },
      ];
  return { row, warnings: [], outcome: "refused", fields };
}
