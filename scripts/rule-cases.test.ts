import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, expect, test } from "vitest";
import { runCommand } from "./test/run-command.ts";

const folder = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-cases-"));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** For a caller in another folder. */
const ruleCases = (...words: string[]) => runCommand("rule-cases", words, { env: { INIT_CWD: folder } });

test("without a folder the repository's own examples are worked; --help says how it is used", async () => {
  const own = await ruleCases();
  expect(own).toMatchObject({ code: 0, errors: "" });
  expect(own.output).toMatch(/^README\.md: left out, not of a kind known here\.\n\d+ cases, 0 wrong\n$/);
  const help = await ruleCases("--help");
  expect(help).toMatchObject({ code: 0, errors: "" });
  expect(help.output).toMatch(/^npx pnpm@12 rule-cases \[FOLDER\]\n/);
});

test("in a folder of the caller's, a broken file is one wrong case, the last line counts, and the exit tells", async () => {
  await writeFile(path.join(folder, "broken-vin.json"), "[{");
  const { code, output } = await ruleCases(".");
  expect(code).toBe(1);
  expect(output).toMatch(/^broken-vin\.json cannot be run\n/);
  expect(output).toMatch(/\n1 cases, 1 wrong\n$/);
});

test.each([
  [["nowhere"], /^The folder .*nowhere cannot be read \(ENOENT\)\.\n$/],
  [["a", "b"], /^Name one folder at most\./],
  [["--colour"], /^Unknown option '--colour'/],
])("what cannot be done is said in words: %j", async (words, message) => {
  const { code, output, errors } = await ruleCases(...words);
  expect({ code, output }).toEqual({ code: 1, output: "" });
  expect(errors).toMatch(message);
});
