import { expect, test } from "vitest";
import { plainMessage, problemFields } from "./index.ts";
import { UsageInput } from "./usage.ts";

const oil = {
  ...{ kind: "ALLOWANCE", code: "OIL", quantity: 1, date: "2026-03-01" },
  ...{ repairOrder: "RO-4711", job: "1" },
};
const faults = (changes: Record<string, unknown>) => {
  const { error } = UsageInput.safeParse({ ...oil, ...changes }, { error: plainMessage });
  return error ? problemFields(error, changes).map(({ path, message }) => `${path}: ${message}`) : [];
};

test("an entry names its repair order and job; the odometer alone may be left out", () => {
  expect(faults({})).toEqual([]);
  expect(faults({ odometer: null })).toEqual([]);
  for (const name of ["repairOrder", "job"]) {
    expect(faults({ [name]: undefined })).toEqual([`${name}: Is required.`]);
    expect(faults({ [name]: null })).toHaveLength(1);
    for (const blank of ["", " \t "])
      expect(faults({ [name]: blank })).toEqual([`${name}: Must not be empty.`]);
    expect(faults({ [name]: "x".repeat(100) })).toEqual([]);
    expect(faults({ [name]: "x".repeat(101) })).toEqual([`${name}: Must have at most 100 characters.`]);
  }
});
