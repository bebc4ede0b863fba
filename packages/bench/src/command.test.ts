import { expect, test } from "vitest";
import { benchCommand } from "./command.ts";
import { ruleLines } from "./report/document.ts";
import { measureRules } from "./rules/measure-rules.ts";

const places = { dataDir: "/nowhere", document: "/nowhere", fromCaller: (given: string) => given };

test.each([
  [
    ["--only", "lists"],
    /--only lists is no scenario. Name some of search, list, get, update, create, rules\./,
  ],
  [["--only", "list,delete"], /--only delete is no scenario/],
  [["--contracts", "499"], /--contracts 499 cannot be: a whole number from 500 on/],
  [["--contracts", "many"], /--contracts many cannot be/],
  [["--seconds", "0"], /--seconds 0 cannot be: a number above 0/],
  [["--json", "/nowhere/figures.json"], /cannot be written to .*figures\.json/],
  [["--speed"], /Unknown option '--speed'/],
  [["now"], /Unexpected argument 'now'/],
])("%s is refused in a sentence, before anything is started", async (words, message) => {
  await expect(benchCommand(words, places)).rejects.toThrow(message);
});

test("what a rule takes is printed beside what it may", () => {
  const lines = ruleLines(measureRules(2));
  expect(lines.join("\n")).toMatch(/\| fastest ms \| p50 ms \| p99 ms \| aim +\| reached \|/);
  expect(lines.join("\n")).toMatch(/\| entitlement, 200 contracts and 50 lines \| .*< 5 ms \| (yes|no)/);
});
