import type { Operation, Seen, Stored } from "./operation.ts";

export type Violation = { kind: "lost" | "duplicated" | "half-written" | "out-of-order"; sentence: string };

/**
 * What the calls of clients and the database at the end of them say against the register, nothing where all is well:
 * each acknowledged write is there exactly once and where it was said to be, one refused is not, one of unknown outcome
 * at most once; every contract has its history, without a gap and verifying; and no read shows what was not written
 * yet, nor goes back behind what a call that had ended before it had shown.
 */
export function checkHistory(operations: readonly Operation[], stored: Stored): Violation[] {
  return [...checkWrites(operations, stored), ...checkContracts(stored), ...checkOrder(operations, stored)];
}

type Revision = Stored["revisions"][number];

const at = ({ contractId, version }: Pick<Revision, "contractId" | "version">) =>
  `version ${version} of ${contractId}`;

function checkWrites(operations: readonly Operation[], { revisions }: Stored): Violation[] {
  const placesOf = Map.groupBy(revisions, ({ mark }) => mark);
  const callsOf = Map.groupBy(
    operations.filter(({ kind }) => kind !== "read"),
    ({ mark }) => mark,
  );
  const violations: Violation[] = [];
  for (const [mark, calls] of callsOf) {
    const places = placesOf.get(mark) ?? [];
    const answers = calls.flatMap(({ outcome }) => (outcome.kind === "acknowledged" ? [outcome.seen] : []));
    if (places.length > 1)
      violations.push({
        kind: "duplicated",
        sentence: `${mark} is stored as ${places.map(at).join(" and ")}`,
      });
    if (places.length === 0) {
      const [answer] = answers;
      if (answer)
        violations.push({ kind: "lost", sentence: `${mark}, acknowledged as ${at(answer)}, is not stored` });
      continue;
    }
    for (const answer of answers)
      if (!places.some((place) => at(place) === at(answer)))
        violations.push({
          kind: "lost",
          sentence: `${mark}, acknowledged as ${at(answer)}, is stored as ${places.map(at).join(" and ")}`,
        });
    if (calls.every(({ outcome }) => outcome.kind === "refused"))
      violations.push({ kind: "half-written", sentence: `${mark} was refused and is stored` });
  }
  for (const [mark, places] of placesOf)
    if (!callsOf.has(mark))
      violations.push({
        kind: "half-written",
        sentence: `${places.map(at).join(" and ")} is of no client's call: ${mark}`,
      });
  return violations;
}

function checkContracts({ contracts, revisions, unansweredKeys }: Stored): Violation[] {
  const historyOf = Map.groupBy(revisions, ({ contractId }) => contractId);
  const violations: Violation[] = [];
  const half = (sentence: string) => violations.push({ kind: "half-written", sentence });
  for (const { contractId, version, mark, intact } of contracts) {
    const history = historyOf.get(contractId) ?? [];
    historyOf.delete(contractId);
    const last = history.at(-1);
    const gap = history.findIndex((revision, index) => revision.version !== index + 1);
    if (!last) half(`contract ${contractId} has no revision`);
    else if (gap >= 0)
      violations.push({
        kind: "out-of-order",
        sentence: `entry ${gap + 1} of ${contractId} is of version ${history[gap]?.version}`,
      });
    else if (last.version !== version || last.mark !== mark)
      half(
        `contract ${contractId} is at version ${version}, ${mark}; its history at ${last.version}, ${last.mark}`,
      );
    else if (!intact) half(`the history of ${contractId} does not verify`);
  }
  for (const contractId of historyOf.keys()) half(`the history of ${contractId} has no contract`);
  if (unansweredKeys > 0) half(`idempotency keys without an answer: ${unansweredKeys}`);
  return violations;
}

/** What a call showed of a contract. A repeated creation shows the first one's answer, however old. */
type Sight = Seen & Pick<Operation, "start" | "end" | "kind"> & { isWrite: boolean };

function sightsOf(operations: readonly Operation[]): Sight[] {
  return operations.flatMap(({ kind, start, end, outcome }) => {
    if (outcome.kind === "unknown" || outcome.seen === null) return [];
    const isWrite = kind !== "read" && outcome.kind === "acknowledged";
    return [{ ...outcome.seen, start, end, kind, isWrite }];
  });
}

function checkOrder(operations: readonly Operation[], { revisions }: Stored): Violation[] {
  const violations: Violation[] = [];
  const out = (sentence: string) => violations.push({ kind: "out-of-order", sentence });
  const markAt = new Map(revisions.map((revision) => [at(revision), revision.mark]));
  const begunAt = new Map<string | null, number>();
  for (const { kind, mark, start } of operations)
    if (kind !== "read") begunAt.set(mark, Math.min(start, begunAt.get(mark) ?? Number.POSITIVE_INFINITY));

  for (const [contractId, sights] of Map.groupBy(sightsOf(operations), (sight) => sight.contractId)) {
    for (const { version, mark, end, isWrite } of sights) {
      const written = markAt.get(at({ contractId, version }));
      // An acknowledged write that is missing is known as lost already.
      if (!isWrite && written !== mark)
        out(`${at({ contractId, version })} was read as ${mark}, and is ${written ?? "not stored"}`);
      if (end < (begunAt.get(mark) ?? 0)) out(`${mark} was read before it was written`);
    }
    const byEnd = sights.toSorted((one, other) => one.end - other.end);
    let ended = 0;
    let known = 0;
    for (const { start, version, kind, isWrite } of sights.toSorted(
      (one, other) => one.start - other.start,
    )) {
      for (let next = byEnd[ended]; next && next.end < start; next = byEnd[ended]) {
        known = Math.max(known, next.version);
        ended += 1;
      }
      if (kind === "create") continue;
      if (isWrite ? version <= known : version < known)
        out(
          `${contractId} was ${isWrite ? "changed to" : "read at"} version ${version} after ${known} had been shown`,
        );
    }
  }
  return violations;
}
