import { createVehicleContractsClient, VehicleContractsError } from "@vehicle-contracts/client";
import type { ContractChanges, ContractInput } from "@vehicle-contracts/contract-model";
import type { Outcome, Seen } from "../history/operation.ts";
import { type Door, openSession } from "./session.ts";

/** The calls of a client, each with what it knows of the outcome. Never rejects. */
export type Caller = {
  create(idempotencyKey: string, contract: ContractInput): Promise<Outcome>;
  update(contractId: string, version: number, changes: ContractChanges): Promise<Outcome>;
  get(contractId: string): Promise<Outcome>;
};

type Answered = { contractId: string; version: number; description: string | null };
type Problem = { code: string; current?: unknown };

const seenIn = ({ contractId, version, description }: Answered): Seen => ({
  contractId,
  version,
  mark: description ?? "",
});
const acknowledged = (contract: Answered): Outcome => ({ kind: "acknowledged", seen: seenIn(contract) });
const unknown: Outcome = { kind: "unknown" };

/** These may also be said of what was under way as its connection or its time ended, so they tell nothing of it. */
const undecided = new Set(["OVERLOADED", "INTERNAL", "LIMIT_EXCEEDED", "IDEMPOTENCY_KEY_IN_PROGRESS"]);

function outcomeOfProblem({ code, current }: Problem): Outcome {
  if (undecided.has(code)) return unknown;
  return { kind: "refused", seen: code === "STALE_VERSION" ? seenIn(current as Answered) : null };
}

/** By the package for services: it tries again by itself what may be tried again. */
export function callerByPackage(door: Door): Caller {
  const { contracts } = createVehicleContractsClient({ ...door, deadlineMs: 12_000 });
  const outcomeOf = (error: unknown): Outcome =>
    error instanceof VehicleContractsError && error.problem ? outcomeOfProblem(error.problem) : unknown;
  return {
    create: (idempotencyKey, contract) =>
      contracts.create.mutate({ idempotencyKey, contract }).then(
        (answer) => acknowledged(answer.contract),
        // It was tried more than once, and whatever the last try met, an earlier one may be the one that counts.
        () => unknown,
      ),
    update: (contractId, version, changes) =>
      contracts.update
        .mutate({ contractId, version, changes })
        .then((answer) => acknowledged(answer.contract), outcomeOf),
    get: (contractId) => contracts.get.query({ contractId }).then(acknowledged, outcomeOf),
  };
}

/** By plain requests, a call each, none tried again. */
export function plainCaller(door: Door): Caller {
  const session = openSession(door);
  const call = async (procedure: string, input: object) =>
    outcomeOfAnswer(await session.post(procedure, input));
  return {
    create: (idempotencyKey, contract) => call("contracts.create", { idempotencyKey, contract }),
    update: (contractId, version, changes) => call("contracts.update", { contractId, version, changes }),
    get: (contractId) => call("contracts.get", { contractId }),
  };
}

/** What the JSON of an answer about one contract says; of anything else, that nothing is known. */
export function outcomeOfAnswer(body: unknown): Outcome {
  const { result, error } = (body ?? {}) as {
    result?: { data: Answered | { contract: Answered } };
    error?: { data?: { problem?: Problem } };
  };
  if (result) return acknowledged("contract" in result.data ? result.data.contract : result.data);
  return error?.data?.problem ? outcomeOfProblem(error.data.problem) : unknown;
}
