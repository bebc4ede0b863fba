import {
  CalendarDate,
  type Contract,
  Distance,
  DistanceUnit,
  lineOrBlank,
  type UsageInput,
  whole,
} from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { lineName } from "../../contracts/line-name.ts";
import type { Format } from "../../contracts/term-words.ts";

/** What may be recorded on a contract, with what is left of it. */
export type UsageChoice = {
  value: string;
  label: string;
  kind: "ALLOWANCE" | "AMOUNT";
  code: string;
  currency: string;
};

type Used = Pick<Contract, "allowances" | "coverage" | "remaining" | "price">;

/** Its services, then the lines that pay. `currency` is that of a contract that names none. */
export function choicesOf(
  { allowances, coverage, remaining, price }: Used,
  currency: string,
  format: Pick<Format, "whole" | "money">,
): UsageChoice[] {
  const services = allowances.map((allowance) => {
    const left = remaining.allowances.find(({ code }) => code === allowance.code)?.left ?? allowance.quantity;
    return {
      value: `ALLOWANCE ${allowance.code}`,
      label: `${lineName(allowance)}: ${format.whole(left)} of ${format.whole(allowance.quantity)} left`,
      kind: "ALLOWANCE" as const,
      code: allowance.code,
      currency,
    };
  });
  const lines = coverage
    .filter(({ treatment }) => treatment === "COVERED")
    .map((covered) => {
      const left = remaining.amounts.find(({ code }) => code === covered.code)?.left;
      return {
        value: `AMOUNT ${covered.code}`,
        label: `${lineName(covered)}: ${left ? `${format.money(left)} left` : "an amount"}`,
        kind: "AMOUNT" as const,
        code: covered.code,
        currency: covered.maximumAmount?.currency ?? price?.currency ?? currency,
      };
    });
  return [...services, ...lines];
}

const named = (missing: string) => lineOrBlank(100).min(1, missing);

/** The workshop's number for the visit. */
export const repairOrderName = named("Enter the number of the repair order.");

/** The form of an entry. `today` is the day that no job may be dated after. */
export const usageForm = (today: string) =>
  z
    .object({
      what: z.string("Choose what was provided or paid.").min(1, "Choose what was provided or paid."),
      quantity: whole(1, 10_000).nullable(),
      amount: whole(1, 10_000_000_000_000).nullable(),
      date: CalendarDate.nullable()
        .refine((date) => date !== null, "Enter the day of the job.")
        .refine(
          (date) => date === null || date <= today,
          "The day of the job is after today. Enter the day on which it was done.",
        ),
      odometer: Distance.shape.value.nullable(),
      unit: DistanceUnit,
      repairOrder: repairOrderName,
      job: named("Name the job: its number in the repair order, or what was done."),
    })
    .check(({ value, issues }) => {
      const isService = value.what.startsWith("ALLOWANCE ");
      const path = isService ? "quantity" : "amount";
      if (value.what !== "" && value[path] === null)
        issues.push({
          code: "custom",
          input: value,
          path: [path],
          message: isService ? "Enter how many were provided." : "Enter what the contract paid.",
        });
    });

export type UsageForm = z.input<ReturnType<typeof usageForm>>;
export type UsageEntry = z.output<ReturnType<typeof usageForm>>;

/** The entry as it is sent. */
export function usageInput(entry: UsageEntry, choice: UsageChoice): UsageInput | null {
  const { date, odometer, unit, quantity, amount, repairOrder } = entry;
  if (date === null) return null;
  const job = {
    code: choice.code,
    date,
    odometer: odometer === null ? null : { value: odometer, unit },
    repairOrder,
    job: entry.job,
  };
  if (choice.kind === "ALLOWANCE") return quantity === null ? null : { kind: "ALLOWANCE", quantity, ...job };
  return amount === null
    ? null
    : { kind: "AMOUNT", amount: { amountMinor: amount, currency: choice.currency }, ...job };
}
