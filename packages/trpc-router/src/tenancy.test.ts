import { testDatabase } from "@vehicle-contracts/database/testing";
import { aClock } from "@vehicle-contracts/services/testing";
import { expect, test } from "vitest";
import { procedures } from "./testing/call.ts";
import { describeMixedCalls, keptApart, tryLocks } from "./testing/index.ts";

// Mixed calls of two tenants over the whole router. The long run is `npx pnpm@12 tenancy`.

const clock = aClock().now;
const seed = 2;
const testData = await testDatabase({ clock });

test.each(["predicates", "policies"] as const)(
  "the %s alone keep two tenants apart, whatever they ask, in whatever order",
  async (holds) => {
    const tried = await tryLocks(testData, { holds, calls: 750, seed, clock });
    const said = describeMixedCalls(tried).join("\n");
    expect(keptApart(tried), said).toBe(true);
    // Each procedure was not only asked, but answered.
    expect(Object.keys(tried.answered).sort()).toEqual(Object.keys(procedures).sort());
    expect(tried.refused, said).not.toHaveProperty("INTERNAL");
    if (holds === "predicates") return;
    expect(tried.conditionsTaken).toBeGreaterThan(200);
  },
  120_000,
);

test("where neither holds, answers and rows of the other's are noticed", async () => {
  const tried = await tryLocks(testData, { holds: "neither", calls: 500, seed, clock });
  expect(keptApart(tried)).toBe(false);
  expect(tried.foreign.length).toBeGreaterThan(20);
  expect(tried.foreignChanges.length).toBeGreaterThan(0);
  const leaks = new Set(tried.foreign.map(({ procedure }) => procedure.split(".")[0]));
  expect([...leaks].sort()).toEqual(
    expect.arrayContaining(["contracts", "parties", "providers", "stores", "vehicles"]),
  );
}, 120_000);

test("one service that forgets its tenant while the policies are off is noticed, and named", async () => {
  const forgets = (statement: string) => /^select .* from "provider" where/.test(statement);
  const tried = await tryLocks(testData, { holds: "neither", calls: 400, seed, clock, forgets });
  const leaks = new Set(tried.foreign.map(({ procedure }) => procedure));
  expect(leaks.size).toBeGreaterThan(0);
  for (const name of leaks) expect(name).toMatch(/^providers\./);
}, 120_000);
