import fc from "fast-check";
import { expect, test } from "vitest";
import { checkHistory } from "./check-history.ts";
import type { Operation, Stored } from "./operation.ts";

type Step = {
  /** Which of the contracts so far; a write to none makes one. */
  contract: number;
  kind: Operation["kind"];
  /** What the client learns; `lost` and `undone` are answers it never got, of a write that was stored and one that was not. */
  fate: "answered" | "lost" | "undone" | "stale";
  /** How much earlier it was called, and how much later it ended, than the moment it took place. */
  before: number;
  after: number;
};

const step = fc.record<Step>({
  contract: fc.nat(3),
  kind: fc.constantFrom("create", "update", "update", "read"),
  fate: fc.constantFrom("answered", "answered", "answered", "lost", "undone", "stale"),
  before: fc.nat(30),
  after: fc.nat(30),
});

/** What clients see and a register holds that carries out each step as a whole, one every ten milliseconds. */
function lived(steps: readonly Step[]): { operations: Operation[]; stored: Stored } {
  const stored: Stored = { contracts: [], revisions: [], unansweredKeys: 0 };
  const operations = steps.flatMap(({ contract, kind, fate, before, after }, index): Operation[] => {
    const moment = (index + 1) * 10;
    const times = { start: moment - before, end: moment + after };
    const mark = `m${index}`;
    const found = kind === "create" ? undefined : stored.contracts[contract % (stored.contracts.length || 1)];
    const seen = () => ({
      contractId: found?.contractId ?? "",
      version: found?.version ?? 0,
      mark: found?.mark ?? "",
    });
    if (kind === "read") {
      if (!found) return [];
      const outcome =
        fate === "lost" ? { kind: "unknown" as const } : { kind: "acknowledged" as const, seen: seen() };
      return [{ kind, mark: null, ...times, outcome }];
    }
    if (kind === "update" && !found) return [];
    if (fate === "undone") return [{ kind, mark, ...times, outcome: { kind: "unknown" } }];
    if (fate === "stale")
      return [{ kind, mark, ...times, outcome: { kind: "refused", seen: found ? seen() : null } }];
    const written = found ?? {
      contractId: `c${stored.contracts.length}`,
      version: 0,
      mark: null,
      intact: true,
    };
    if (!found) stored.contracts.push(written);
    written.version += 1;
    written.mark = mark;
    const { contractId, version } = written;
    stored.revisions.push({ contractId, version, mark });
    if (fate === "lost") return [{ kind, mark, ...times, outcome: { kind: "unknown" } }];
    return [{ kind, mark, ...times, outcome: { kind: "acknowledged", seen: { contractId, version, mark } } }];
  });
  return { operations, stored };
}

const anything = fc.array(step, { maxLength: 60 }).map(lived);
/** A contract that is made and changed twice, all of it acknowledged, among whatever else goes on. */
const acknowledged = { fate: "answered", before: 0, after: 0 } as const;
const withChanges = fc
  .array(step, { maxLength: 40 })
  .map((others) =>
    lived([
      { ...acknowledged, contract: 0, kind: "create" },
      { ...acknowledged, contract: 0, kind: "update" },
      { ...acknowledged, contract: 0, kind: "update" },
      ...others,
    ]),
  );
const kindsOf = ({ operations, stored }: ReturnType<typeof lived>) =>
  checkHistory(operations, stored).map(({ kind }) => kind);

test("a register that does each write as a whole, one after the other, has nothing said against it", () => {
  fc.assert(
    fc.property(anything, ({ operations, stored }) => {
      expect(checkHistory(operations, stored)).toEqual([]);
    }),
  );
});

test("the order in which clients' calls are told of makes no difference", () => {
  fc.assert(
    fc.property(anything, fc.infiniteStream(fc.nat()), ({ operations, stored }, chance) => {
      const shuffled = operations
        .map((operation) => ({ operation, key: chance.next().value }))
        .sort((one, other) => one.key - other.key)
        .map(({ operation }) => operation);
      expect(checkHistory(shuffled, stored)).toEqual([]);
    }),
  );
});

/** What may be done to a register's contents so that somebody's write is lost or halved, and what it must be called. */
const planted: [string, string, (history: ReturnType<typeof lived>) => void][] = [
  [
    "a lost update: another one written over it, as if it had never been",
    "lost",
    ({ stored }) => {
      const lost = stored.revisions.findIndex(
        ({ contractId, version }) => contractId === "c0" && version === 2,
      );
      stored.revisions.splice(lost, 1);
      for (const each of [...stored.revisions, ...stored.contracts])
        if (each.contractId === "c0" && each.version > 2) each.version -= 1;
    },
  ],
  [
    "two updates acknowledged at one version, of which one is stored",
    "lost",
    ({ operations }) => {
      const second = operations.find(({ mark }) => mark === "m2");
      if (second) operations.push({ ...second, mark: "m-other" });
    },
  ],
  [
    "half a write: the contract without its revision",
    "half-written",
    ({ stored }) => {
      const [contract] = stored.contracts;
      if (contract) contract.version += 1;
    },
  ],
  [
    "half a write: values without a version",
    "half-written",
    ({ stored }) => {
      const [contract] = stored.contracts;
      if (contract) contract.mark = "m1";
    },
  ],
  [
    "half a write: a revision without its contract",
    "half-written",
    ({ stored }) => {
      stored.contracts.shift();
    },
  ],
  [
    "a contract without any revision",
    "half-written",
    ({ stored }) => {
      stored.contracts.push({ contractId: "c-bare", version: 1, mark: "m0", intact: true });
    },
  ],
  [
    "an idempotency key whose call left no answer",
    "half-written",
    ({ stored }) => {
      stored.unansweredKeys = 1;
    },
  ],
  [
    "a chain that does not verify",
    "half-written",
    ({ stored }) => {
      const [contract] = stored.contracts;
      if (contract) contract.intact = false;
    },
  ],
  [
    "a refused update that is stored",
    "half-written",
    ({ operations }) => {
      const update = operations.find(({ mark }) => mark === "m1");
      if (update) update.outcome = { kind: "refused", seen: null };
    },
  ],
  [
    "a write of nobody",
    "half-written",
    ({ operations }) => {
      operations.splice(
        operations.findIndex(({ mark }) => mark === "m1"),
        1,
      );
    },
  ],
  [
    "a second contract of one creation",
    "duplicated",
    ({ stored }) => {
      stored.contracts.push({ contractId: "c-twin", version: 1, mark: "m0", intact: true });
      stored.revisions.push({ contractId: "c-twin", version: 1, mark: "m0" });
    },
  ],
  [
    "a version that is missing",
    "out-of-order",
    ({ stored }) => {
      for (const each of [...stored.revisions, ...stored.contracts])
        if (each.contractId === "c0" && each.version > 2) each.version += 1;
    },
  ],
  [
    "a read that goes back",
    "out-of-order",
    ({ operations }) => {
      const seen = { contractId: "c0", version: 1, mark: "m0" };
      const outcome = { kind: "acknowledged" as const, seen };
      operations.push({ kind: "read", mark: null, start: 10_000, end: 10_001, outcome });
    },
  ],
  [
    "a read of what was not written yet",
    "out-of-order",
    ({ operations }) => {
      const seen = { contractId: "c0", version: 3, mark: "m2" };
      const outcome = { kind: "acknowledged" as const, seen };
      operations.push({ kind: "read", mark: null, start: 1, end: 2, outcome });
    },
  ],
  [
    "a read of what was rolled back",
    "out-of-order",
    ({ operations }) => {
      const seen = { contractId: "c0", version: 99, mark: "m-undone" };
      const outcome = { kind: "acknowledged" as const, seen };
      operations.push({ kind: "read", mark: null, start: 10_000, end: 10_001, outcome });
    },
  ],
];

test.each(planted)("it is found whatever else went on: %s", (_, kind, plant) => {
  fc.assert(
    fc.property(withChanges, (history) => {
      plant(history);
      expect(kindsOf(history)).toContain(kind);
    }),
    { numRuns: 50 },
  );
});

test("a creation that is repeated later answers its first state, and that is no going back", () => {
  const { operations, stored } = lived([
    { ...acknowledged, contract: 0, kind: "create" },
    { ...acknowledged, contract: 0, kind: "update" },
  ]);
  const [creation] = operations;
  if (!creation) throw new Error("Nothing was created.");
  const repeated = { ...creation, start: 100, end: 101 };
  expect(checkHistory([...operations, repeated], stored)).toEqual([]);
});
