import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { reportLines, repositoryCases, runRuleCases } from "./run.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rule-cases-"));
});
afterEach(() => rm(folder, { recursive: true }));

const keep = (name: string, cases: unknown) =>
  writeFile(path.join(folder, name), typeof cases === "string" ? cases : JSON.stringify(cases));
const lines = async () => reportLines(await runRuleCases(folder));

const endOfYear = (expected: unknown) => ({
  id: "a-1",
  op: "endDate",
  input: { startDate: "2025-01-01", termMonths: 12 },
  expected,
});

test("every example that the repository keeps is answered as expected", async () => {
  const report = await runRuleCases(repositoryCases);
  expect(report.files).toEqual([
    "effective-status.json",
    "entitlement.json",
    "refunds.json",
    "terms.json",
    "vin.json",
  ]);
  expect(report.wrong).toEqual([]);
  expect(report.cases).toBe(207);
});

test("the end of a name tells the kind; other files are named and left out", async () => {
  await keep("my-terms.json", [endOfYear({ endDate: "2025-12-31" })]);
  await keep("notes.json", "not even JSON");
  await mkdir(path.join(folder, "old-terms.json"));
  expect(await lines()).toEqual(["notes.json: left out, not of a kind known here.", "1 cases, 0 wrong"]);
});

test("only the fields that are expected are compared, each exactly", async () => {
  await keep("terms.json", [
    endOfYear({ days: 365 }),
    endOfYear({ days: "365" }),
    endOfYear({ days: 365, endDate: "2025-12-31", refused: "END_TOO_LATE" }),
  ]);
  const { wrong } = await runRuleCases(folder);
  expect(wrong.map(({ expected }) => expected)).toEqual([
    '{"days":"365"}',
    '{"days":365,"endDate":"2025-12-31","refused":"END_TOO_LATE"}',
  ]);
});

test("a case that differs is printed with its id, what was expected and what came", async () => {
  await keep("terms.json", [endOfYear({ endDate: "2026-01-01" })]);
  expect(await lines()).toEqual([
    "a-1 (terms.json) differs",
    '  expected {"endDate":"2026-01-01"}',
    '  got      {"endDate":"2025-12-31","days":365}',
    "1 cases, 1 wrong",
  ]);
});

test("an op that is not known is wrong and says so, also one that every object has", async () => {
  const ask = (id: string, op: string) => ({ id, op, input: {}, expected: { to: "ACTIVE" } });
  await keep("terms.json", [ask("a", "teleport"), ask("b", "toString")]);
  await keep("vin.json", [ask("c", "teleport")]);
  await keep("effective-status.json", [{ id: "d", input: {}, expected: {} }]);
  const { wrong } = await runRuleCases(folder);
  expect(wrong.map(({ id, got }) => `${id}: ${got}`)).toEqual([
    "d: no op is given",
    'a: the op "teleport" is not known in files of the kind terms.json',
    'b: the op "toString" is not known in files of the kind terms.json',
    'c: the op "teleport" is not known in files of the kind vin.json',
  ]);
});

test("a case of an unknown shape is wrong and does not stop the others", async () => {
  await keep("terms.json", [
    null,
    "text",
    { id: "no expected", op: "endDate", input: {} },
    { id: "no months", op: "endDate", input: { startDate: "2025-01-01" }, expected: { days: 1 } },
    {
      id: "no zone",
      op: "storeToday",
      input: { instant: "2026-01-01T00:00:00Z", timeZone: "Mars" },
      expected: { today: "" },
    },
    endOfYear({ days: 365 }),
  ]);
  const report = await runRuleCases(folder);
  expect(report.cases).toBe(6);
  expect(report.wrong.map(({ id }) => id)).toEqual([
    "case 1",
    "case 2",
    "no expected",
    "no months",
    "no zone",
  ]);
  expect(report.wrong[3]?.got).toContain("termMonths");
});

test.each([
  ["that is not JSON", "[{", "a file that is not JSON: "],
  ["that is empty", " \n", "an empty file"],
  ["that is no list", '{ "id": "a" }', "JSON that is not an array"],
])(
  "a file %s is one wrong case with its name and the reason, and the others are worked",
  async (_, text, reason) => {
    await keep("terms.json", [endOfYear({ days: 365 })]);
    await keep("broken-terms.json", text);
    await keep("vin.json", []);
    expect(await lines()).toEqual([
      "broken-terms.json cannot be run",
      "  expected a JSON array of cases",
      expect.stringContaining(`  got      ${reason}`),
      "2 cases, 1 wrong",
    ]);
  },
);

test("a link to nowhere is one wrong case, and the others are worked", async () => {
  await symlink(path.join(folder, "nowhere"), path.join(folder, "my-terms.json"));
  await keep("terms.json", [endOfYear({ days: 365 })]);
  expect(await lines()).toEqual([
    "my-terms.json cannot be run",
    "  expected a JSON array of cases",
    "  got      a file that cannot be read (ENOENT)",
    "2 cases, 1 wrong",
  ]);
});

test("a folder that is not there gets one sentence", async () => {
  await expect(runRuleCases(path.join(folder, "nowhere"))).rejects.toThrow(
    /nowhere cannot be read \(ENOENT\)\.$/,
  );
});
