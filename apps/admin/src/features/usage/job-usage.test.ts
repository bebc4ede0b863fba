import type { Entitlement } from "@vehicle-contracts/contract-model";
import { expect, test } from "vitest";
import { type JobUsage, usageOf, usageOfJob } from "./job-usage.ts";

const covered = (code: string, description: string | null) => ({
  ...{ code, description, treatment: "COVERED" as const, partsPercent: "100", labourPercent: "80" },
  ...{ endDate: null, endOdometer: null, maximumAmount: null },
});
const plan = {
  contractId: "plan",
  coverage: [],
  allowances: [
    {
      code: "SVC-A",
      description: "Major service",
      quantity: 2,
      dueAfterMonths: null,
      dueAfterDistance: null,
    },
  ],
};
const warranty = {
  contractId: "warranty",
  coverage: [covered("PUMP", "Water pump"), covered("*", null)],
  allowances: [],
};
const contracts = new Map([plan, warranty].map((contract) => [contract.contractId, contract]));
const asked = (lineId: string, entryId: string, code: string, name = code) => ({
  lineId,
  entryId,
  code,
  name,
});
const paid = (
  lineId: string,
  contractId: string | null,
  basis: "ALLOWANCE" | "COVERAGE" | null,
  amountMinor: number,
): Entitlement["lines"][number] => ({
  ...{ lineId, decision: contractId ? "COVERED" : "NOT_COVERED", contractId, basis },
  contractPays: { amountMinor, currency: "GBP" },
  customerPays: { amountMinor: 0, currency: "GBP" },
  ...{ partsPercent: null, labourPercent: null, deductible: null, early: false, remaining: null },
  passedOver: [],
});
const taken = (entries: readonly JobUsage[]) =>
  entries.map(({ contractId, under, taken }) => [
    contractId,
    under,
    taken.kind === "ALLOWANCE" ? taken.quantity : taken.amount.amountMinor,
  ]);

test("parts and labour of one service use one unit, and of one repair they are one sum", () => {
  const entries = usageOfJob(
    [
      paid("1", "plan", "ALLOWANCE", 20_000),
      paid("2", "plan", "ALLOWANCE", 18_900),
      paid("3", "warranty", "COVERAGE", 13_240),
      paid("4", "warranty", "COVERAGE", 18_416),
    ],
    [
      asked("1", "a", "SVC-A"),
      asked("2", "a", "SVC-A"),
      asked("3", "b", "PUMP", "Water pump"),
      asked("4", "b", "PUMP", "Water pump"),
    ],
    contracts,
  );
  expect(taken(entries)).toEqual([
    ["plan", "Major service", 1],
    ["warranty", "Water pump", 31_656],
  ]);
});

test("two jobs of a service use two units, and what no line names is counted under everything not named", () => {
  const entries = usageOfJob(
    [
      paid("1", "plan", "ALLOWANCE", 100),
      paid("2", "plan", "ALLOWANCE", 100),
      paid("3", "warranty", "COVERAGE", 700),
      paid("4", "warranty", "COVERAGE", 300),
    ],
    [asked("1", "a", "SVC-A"), asked("2", "b", "SVC-A"), asked("3", "c", "WIPER"), asked("4", "d", "LAMP")],
    contracts,
  );
  expect(taken(entries)).toEqual([
    ["plan", "Major service", 1],
    ["plan", "Major service", 1],
    ["warranty", "Everything not named", 700],
    ["warranty", "Everything not named", 300],
  ]);
});

test("nothing is recorded where nobody pays, where the excess takes all, or of a contract that the page has not read", () => {
  const lines = [
    paid("1", null, null, 0),
    paid("2", "warranty", "COVERAGE", 0),
    paid("3", "elsewhere", "COVERAGE", 500),
  ];
  const questions = lines.map(({ lineId }) => asked(lineId, lineId, "PUMP"));
  expect(usageOfJob(lines, questions, contracts)).toEqual([]);
});

test("an entry is of the day and mileage asked, and named by the job's words where no job is named", () => {
  const [entry] = usageOfJob(
    [paid("1", "plan", "ALLOWANCE", 100)],
    [asked("1", "a", "SVC-A", "Major")],
    contracts,
  );
  if (!entry) throw new Error("The service leaves an entry.");
  const visit = {
    ...{ date: "2026-11-25", odometer: { value: 41_870, unit: "MI" as const } },
    ...{ repairOrder: "RO 48213", job: "" },
  };
  expect(usageOf(entry, visit)).toEqual({
    ...{ kind: "ALLOWANCE", code: "SVC-A", quantity: 1, date: "2026-11-25" },
    ...{ odometer: { value: 41_870, unit: "MI" }, repairOrder: "RO 48213", job: "Major" },
  });
  expect(usageOf(entry, { ...visit, job: "Spring check" })).toMatchObject({ job: "Spring check" });
});
