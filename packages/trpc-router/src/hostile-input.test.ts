import { testDatabase } from "@vehicle-contracts/database/testing";
import { aClock } from "@vehicle-contracts/services/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { call } from "./testing/call.ts";
import { examplesOf } from "./testing/examples.ts";
import { hostileJson, hostileNames } from "./testing/hostile-json.ts";
import { pathsOf, withAt } from "./testing/with-at.ts";

const { database } = await testDatabase({ clock: aClock().now });
const { group, examples } = await examplesOf(database);

const text = (value: unknown) => JSON.stringify(value) ?? "null";

const mark = "hostile-value-stands-here";

test.each(Object.entries(examples))(
  "%s answers whatever is sent, and never says that it is our fault",
  async (name, { input }) => {
    const good = await input();
    const paths = pathsOf(good ?? {});
    const path = fc.oneof(
      fc.constantFrom(...paths),
      // A name that is not there.
      fc
        .tuple(fc.constantFrom(...paths), fc.constantFrom(...hostileNames))
        .map(([before, name]) => [...before, name]),
    );
    await fc.assert(
      fc.asyncProperty(path, hostileJson, async (where, value) => {
        const json = text(withAt(good ?? {}, where, mark)).replace(text(mark), () => value);
        const { status, problem, text: body } = await call(database, group.administrator, name, null, json);
        if (status === 200) return;
        expect(["INTERNAL", "OVERLOADED"], body.slice(0, 1_000)).not.toContain(problem?.code);
        expect(problem, body.slice(0, 1_000)).not.toBeNull();
      }),
      { numRuns: 120 },
    );
  },
);
