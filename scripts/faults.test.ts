import { scenarios } from "@vehicle-contracts/faults";
import { expect, test } from "vitest";
import { runCommand } from "./test/run-command.ts";

const faults = (...words: string[]) => runCommand("faults", words);

test("--help says how it is used and names every scenario", async () => {
  const { code, output, errors } = await faults("--help");
  expect({ code, errors }).toEqual({ code: 0, errors: "" });
  expect(output).toMatch(/^npx pnpm@12 faults \[--only SCENARIO\]/);
  for (const { name, breaks } of scenarios) expect(output).toMatch(new RegExp(`^  ${name} +${breaks}$`, "m"));
});

test.each([
  [["--only", "floods"], /^There is no scenario floods\. There are: two-apis, /],
  [["--seconds", "0"], /^--seconds 0 is no whole number from 1 on\.\n$/],
  [["--seed", "-1"], /^Option '--seed' argument is ambiguous/],
  [["--seed", "x"], /^--seed x is no whole number from 0 on\.\n$/],
  [["--json", "/nowhere/figures.json"], /^\/nowhere\/figures\.json cannot be written\./],
  [["two-apis"], /^Unexpected argument 'two-apis'/],
])("what cannot be done is said before anything is started: %j", async (words, message) => {
  const { code, output, errors } = await faults(...words);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toMatch(message);
});
