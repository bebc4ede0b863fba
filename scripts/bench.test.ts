import { execFile } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";

type Outcome = { code: number; output: string; errors: string };

/** Runs the command as pnpm does. What it measures is tested in its package. */
const bench = (...words: string[]) =>
  new Promise<Outcome>((resolve) => {
    execFile(
      process.execPath,
      [path.join(import.meta.dirname, "bench.ts"), ...words],
      { env: { PATH: process.env.PATH ?? "", DATA_DIR: "/nowhere" } },
      (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
  });

test("help says what the options do; a scenario that is none is refused in a sentence", async () => {
  const [help, wrong] = await Promise.all([bench("--help"), bench("--only", "delete")]);
  expect(help).toMatchObject({ code: 0, errors: "" });
  for (const option of ["--only", "--contracts", "--seconds", "--json", "--fresh", "--profile"])
    expect(help.output).toContain(option);
  expect(wrong).toEqual({
    ...{ code: 1, output: "" },
    errors: "--only delete is no scenario. Name some of search, list, get, update, create.\n",
  });
});
