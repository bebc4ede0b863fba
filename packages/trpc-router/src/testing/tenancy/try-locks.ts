import {
  type TestDatabase,
  watchForeignChanges,
  withoutPredicates,
} from "@vehicle-contracts/database/testing";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type MixedCalls, mixedCalls } from "./mixed-calls.ts";

/** Which of tenancy's two locks holds while the calls are made. */
export type Lock = "predicates" | "policies" | "neither";

export type LockTried = MixedCalls & {
  holds: Lock;
  seed: number;
  /** Rows of one tenant that a call of the other changed, by table. */
  foreignChanges: { table: string }[];
  /** Conditions on the tenant taken out of statements, and statements in which one was left; none where they hold. */
  conditionsTaken: number;
  conditionsLeft: string[];
};

/**
 * Makes mixed calls of two tenants with but one of the two locks on: `predicates` (policies off: the superuser asks),
 * `policies` (every statement forgets its tenant), or `neither`, which has to be noticed. `forgets` narrows the
 * statements that forget their tenant.
 */
export async function tryLocks(
  test: Pick<TestDatabase, "database" | "programUrl" | "superuserUrl">,
  {
    holds,
    calls,
    seed,
    clock,
    forgets,
    told,
  }: {
    holds: Lock;
    calls: number;
    seed: number;
    clock: () => string;
    forgets?: (statement: string) => boolean;
    told?: (done: number) => void;
  },
): Promise<LockTried> {
  const url = holds === "policies" ? test.programUrl : test.superuserUrl;
  const way = holds === "predicates" ? null : await withoutPredicates(url, forgets);
  const through = openDatabase({ url: way?.url ?? url, max: 4, clock });
  const watch = await watchForeignChanges(test.superuserUrl);
  try {
    const seen = await mixedCalls({
      through,
      apart: test.database,
      calls,
      seed,
      ...(told ? { told } : {}),
    });
    return {
      ...seen,
      holds,
      seed,
      foreignChanges: await watch.found(),
      conditionsTaken: way?.passed.conditions ?? 0,
      conditionsLeft: way?.left ?? [],
    };
  } finally {
    await through.close();
    await watch.close();
    await way?.close();
  }
}

/** Whether nothing of the one came to the other, and what was to be off was off. */
export const keptApart = ({ foreign, foreignChanges, conditionsLeft }: LockTried): boolean =>
  foreign.length + foreignChanges.length + conditionsLeft.length === 0;

const sum = (counts: Record<string, number>) => Object.values(counts).reduce((one, other) => one + other, 0);
const names: Record<Lock, string> = {
  predicates: "policies off, predicates alone",
  policies: "predicates off, policies alone",
  neither: "both off, to see that it is noticed",
};

/** Some lines for people: what was tried, and each of the first things found. */
export function describeMixedCalls(tried: LockTried): string[] {
  const { holds, calls, answered, refused, foreign, foreignChanges, conditionsTaken, conditionsLeft, seed } =
    tried;
  const problems = Object.entries(refused).map(([code, count]) => `${count} ${code}`);
  const taken = conditionsTaken > 0 ? [`  ${conditionsTaken} conditions taken out of statements`] : [];
  const left = conditionsLeft
    .slice(0, 3)
    .map((statement) => `  a condition is left: ${statement.slice(0, 300)}`);
  const found =
    holds === "neither"
      ? []
      : [
          ...foreign
            .slice(0, 5)
            .map(
              ({ procedure, input, held }) =>
                `  ${procedure} ${JSON.stringify(input)} answered ${held.slice(0, 3).join(", ")}`,
            ),
          ...foreignChanges.slice(0, 5).map(({ table }) => `  a row of ${table} was changed`),
        ];
  return [
    `${names[holds]}: ${calls} calls (seed ${seed}), ${sum(answered)} answered, ${calls - sum(answered)} refused (${problems.join(", ")}), ${foreign.length} answers with something of the other's, ${foreignChanges.length} rows of the other's changed`,
    ...taken,
    ...left,
    ...found,
  ];
}
