/** A contract as a client saw it: its version, and the mark of the write that made that version. */
export type Seen = { contractId: string; version: number; mark: string };

export type Outcome =
  /** Answered: what was written or read. */
  | { kind: "acknowledged"; seen: Seen }
  /** Surely not done; a stale version is refused with the contract as it is. */
  | { kind: "refused"; seen: Seen | null }
  /** No answer, or one that does not say whether it was done: a write may be there or not, once. */
  | { kind: "unknown" };

/** One call of a client, as the client saw it. */
export type Operation = {
  kind: "create" | "update" | "read";
  /** What a write writes: another for each new contract and each change, the same where the call is repeated. */
  mark: string | null;
  /** Milliseconds of one clock that never goes back: when it was called, and when its outcome was known. */
  start: number;
  end: number;
  outcome: Outcome;
};

/** What the database holds once nothing is under way any more. */
export type Stored = {
  /** `mark`: the contract's description, which holds it. `intact`: its chain of hashes verifies. */
  contracts: { contractId: string; version: number; mark: string | null; intact: boolean }[];
  /** In the order of each contract's history. `mark`: what the entry changed the description to. */
  revisions: { contractId: string; version: number; mark: string | null }[];
  /** Idempotency keys whose call left no answer. */
  unansweredKeys: number;
};
