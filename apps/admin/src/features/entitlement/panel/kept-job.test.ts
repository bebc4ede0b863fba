import { expect, test } from "vitest";
import { noJob, readKept } from "./kept-job.ts";

const job = {
  entries: [
    {
      ...{ id: "a", text: "wp 12 parts", code: "WP", name: "Water pump", isNamed: true },
      amounts: [{ kind: "PARTS", amountMinor: 1_200 }],
    },
  ],
  entered: ["warranty COVERAGE WP a"],
};

test("a job that was kept comes back as it was, with what is in the ledgers already", () => {
  expect(readKept(JSON.stringify(job))).toEqual(job);
});

test.each([
  ["nothing", null],
  ["what is no JSON", "{entries"],
  ["another program's", '"job"'],
  ["a line without amounts", JSON.stringify({ ...job, entries: [{ ...job.entries[0], amounts: null }] })],
  ["a kind there is not", JSON.stringify(job).replace("PARTS", "PAINT")],
])("%s is no job, and no error", (_, text) => {
  expect(readKept(text)).toEqual(noJob);
});
