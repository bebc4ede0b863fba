import { expect, test } from "vitest";
import { runCommand } from "./test/run-command.ts";

// What it measures is tested in its package.
const bench = (...words: string[]) => runCommand("bench", words, { env: { DATA_DIR: "/nowhere" } });

test("help says what the options do; a scenario that is none is refused in a sentence", async () => {
  const [help, wrong] = await Promise.all([bench("--help"), bench("--only", "delete")]);
  expect(help).toMatchObject({ code: 0, errors: "" });
  for (const option of ["--only", "--contracts", "--seconds", "--json", "--fresh", "--profile"])
    expect(help.output).toContain(option);
  expect(wrong).toEqual({
    ...{ code: 1, output: "" },
    errors: "--only delete is no scenario. Name some of search, list, get, update, create, rules.\n",
  });
});
