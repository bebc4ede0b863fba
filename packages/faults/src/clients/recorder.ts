import type { ContractInput } from "@vehicle-contracts/contract-model";
import type { Operation, Outcome, Seen } from "../history/operation.ts";
import type { Caller } from "./caller.ts";

/** What all clients of a scenario called, and what they know of the contracts. */
export type Recorder = {
  readonly operations: Operation[];
  /** The contracts seen so far, each as it was seen at its highest version. */
  readonly known: Map<string, Seen>;
  /** Creations by their marks, with what they sent. */
  readonly created: ReadonlyMap<string, { input: ContractInput; acknowledged: boolean }>;
  create(caller: Caller, mark: string, input: ContractInput): Promise<Outcome>;
  update(caller: Caller, seen: Seen, mark: string): Promise<Outcome>;
  read(caller: Caller, contractId: string): Promise<Outcome>;
  /** When the first call that ended at `moment` or later was acknowledged; null where none was. */
  firstSuccessAfter(moment: number): number | null;
};

/** The mark stands in the row and beside it, so that half a write would show. */
const marked = (mark: string) => ({
  description: mark,
  notes: `Written as ${mark}`,
  origin: { externalReferences: [{ system: "faults", id: mark }] },
});

export function openRecorder(): Recorder {
  const operations: Operation[] = [];
  const known = new Map<string, Seen>();
  const created = new Map<string, { input: ContractInput; acknowledged: boolean }>();

  async function recorded(
    kind: Operation["kind"],
    mark: string | null,
    call: () => Promise<Outcome>,
  ): Promise<Outcome> {
    const start = performance.now();
    const outcome = await call();
    operations.push({ kind, mark, start, end: performance.now(), outcome });
    const seen = outcome.kind === "unknown" ? null : outcome.seen;
    if (seen && seen.version >= (known.get(seen.contractId)?.version ?? 0)) known.set(seen.contractId, seen);
    return outcome;
  }

  return {
    operations,
    known,
    created,
    async create(caller, mark, input) {
      const whole = { ...input, ...marked(mark) };
      if (!created.has(mark)) created.set(mark, { input, acknowledged: false });
      const outcome = await recorded("create", mark, () => caller.create(mark, whole));
      if (outcome.kind === "acknowledged") created.set(mark, { input, acknowledged: true });
      return outcome;
    },
    update: (caller, { contractId, version }, mark) =>
      recorded("update", mark, () => caller.update(contractId, version, marked(mark))),
    read: (caller, contractId) => recorded("read", null, () => caller.get(contractId)),
    firstSuccessAfter(moment) {
      for (let index = operations.length - 1, first: number | null = null; ; index -= 1) {
        const operation = operations[index];
        if (!operation || operation.end < moment) return first;
        if (operation.outcome.kind === "acknowledged") first = operation.end;
      }
    },
  };
}
