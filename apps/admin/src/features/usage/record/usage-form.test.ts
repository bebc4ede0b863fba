import { expect, test } from "vitest";
import { aReadContract } from "../../contracts/testing/a-read-contract.ts";
import { british } from "../../contracts/testing/british.ts";
import { choicesOf, type UsageForm, usageForm, usageInput } from "./usage-form.ts";

const contract = aReadContract({
  allowances: [
    { code: "SVC", description: "Service", quantity: 3, dueAfterMonths: null, dueAfterDistance: null },
  ],
  remaining: { allowances: [{ code: "SVC", quantity: 3, used: 1, left: 2 }], amounts: [] },
});
const choices = choicesOf(contract, "GBP", british);
const typed = (given: Partial<UsageForm> = {}): UsageForm => ({
  what: "ALLOWANCE SVC",
  quantity: 1,
  amount: null,
  date: "2027-08-01",
  odometer: 33_000,
  unit: "KM",
  repairOrder: "RO 48213",
  job: "1",
  ...given,
});
const faults = (given: Partial<UsageForm>) =>
  (usageForm("2027-08-01").safeParse(typed(given)).error?.issues ?? []).map(({ path }) => path.join("."));

test("what may be recorded are the services and the lines that pay, with what is left", () => {
  expect(choices.map(({ label, currency }) => `${label}, ${currency}`)).toEqual([
    "Service: 2 of 3 left, GBP",
    "ENGINE: an amount, EUR",
    "GEARBOX: an amount, EUR",
  ]);
});

test("an entry says what, when and where; only the odometer may be left out", () => {
  const entry = usageForm("2027-08-01").parse(typed());
  const [service, engine] = choices;
  if (!service || !engine) throw new Error("There are choices.");
  expect(usageInput(entry, service)).toEqual({
    kind: "ALLOWANCE",
    code: "SVC",
    quantity: 1,
    date: "2027-08-01",
    odometer: { value: 33_000, unit: "KM" },
    repairOrder: "RO 48213",
    job: "1",
  });
  const paid = usageForm("2027-08-01").parse(
    typed({ what: "AMOUNT ENGINE", amount: 18_430, odometer: null }),
  );
  expect(usageInput(paid, engine)).toMatchObject({
    amount: { amountMinor: 18_430, currency: "EUR" },
    odometer: null,
  });
});

test("a service needs how many, a claim its amount, and neither is of tomorrow", () => {
  expect(faults({ quantity: null })).toEqual(["quantity"]);
  expect(faults({ what: "AMOUNT ENGINE" })).toEqual(["amount"]);
  expect(faults({ what: "" })).toEqual(["what"]);
  expect(faults({ date: "2027-08-02" })).toEqual(["date"]);
  expect(faults({ date: null })).toEqual(["date"]);
});

test("both the repair order and the job are named, and blanks name neither", () => {
  for (const blank of ["", "  "])
    expect(faults({ repairOrder: blank, job: blank })).toEqual(["repairOrder", "job"]);
  expect(faults({ job: "x".repeat(101) })).toEqual(["job"]);
});
