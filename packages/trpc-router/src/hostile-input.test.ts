import { testDatabase } from "@vehicle-contracts/database/testing";
import { aClock } from "@vehicle-contracts/services/testing";
import fc from "fast-check";
import { expect, test } from "vitest";
import { call } from "./testing/call.ts";
import { examplesOf } from "./testing/examples.ts";
import { pathsOf, withAt } from "./testing/with-at.ts";

const { database } = await testDatabase({ clock: aClock().now });
const { group, examples } = await examplesOf(database);

const text = (value: unknown) => JSON.stringify(value) ?? "null";

/** JSON as nobody means well by it: long, deep, odd, beyond what a number holds, named as the prototype is. */
const hostile: fc.Arbitrary<string> = fc.oneof(
  fc.json({ maxDepth: 4 }),
  fc.string({ unit: "binary", maxLength: 300 }).map(text),
  fc.string({ unit: "grapheme", maxLength: 60 }).map(text),
  fc.constantFrom(
    ..."0 -0 -1 1 1.5 1e400 -1e400 1e-400 9007199254740993 2147483648 1e21".split(" "),
    "null",
    "true",
    "[]",
    "{}",
    '""',
    '" "',
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud800"',
    '"\\u2028\\u202e\\ufeff"',
    '"%"',
    '"_"',
    '"\\\\"',
    `"'; drop table contract; --"`,
    '"2026-02-30"',
    '"0000-01-01"',
    '"9999-12-31"',
    '"__proto__"',
    '{"__proto__": {"role": "administrator"}, "constructor": 1, "toString": null}',
    '{"length": 3, "0": 1}',
    text("x".repeat(100_000)),
    text("\u{1f697}".repeat(5_000)),
    text(Array.from({ length: 5_000 }, () => null)),
    text(Object.fromEntries(Array.from({ length: 2_000 }, (_, index) => [`field${index}`, index]))),
    `${"[".repeat(20_000)}${"]".repeat(20_000)}`,
    `${'{"distance":'.repeat(5_000)}1${"}".repeat(5_000)}`,
  ),
);

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
        .tuple(
          fc.constantFrom(...paths),
          fc.constantFrom("__proto__", "constructor", "search", "cursor", "limit", "x"),
        )
        .map(([before, name]) => [...before, name]),
    );
    await fc.assert(
      fc.asyncProperty(path, hostile, async (where, value) => {
        const json = text(withAt(good ?? {}, where, mark)).replace(text(mark), () => value);
        const { status, problem, text: body } = await call(database, group.administrator, name, null, json);
        if (status === 200) return;
        expect(["INTERNAL", "OVERLOADED"], body.slice(0, 1_000)).not.toContain(problem?.code);
        expect(problem, body.slice(0, 1_000)).not.toBeNull();
      }),
      { numRuns: 250 },
    );
  },
);
