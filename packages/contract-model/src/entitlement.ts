import { z } from "zod";
import { contractTypes } from "./codes.ts";
import { distinct } from "./contract/distinct.ts";
import { entitlementDecisions, lineKinds, passedOverReasons } from "./entitlement-codes.ts";
import { Warning } from "./field-fault.ts";
import { CalendarDate, Code, Currency, Distance, Hours, Id, line, Money, Percentage } from "./values.ts";

/** A line of the job. The same code and job may stand in several lines: parts and labour of one repair. */
export const JobLine = z.strictObject({
  /** The caller's own name for the line; 1 to 100 characters, each its own. */
  lineId: line(100),
  /** Of the component or service. */
  code: Code,
  kind: z.enum(lineKinds, "Must be PARTS, LABOUR or OTHER."),
  /** Lines of one job share an allowance's unit; left out: "1". */
  job: line(100).nullish(),
  /** Before any contract pays, in the question's currency. */
  amount: Money,
});
export type JobLine = z.infer<typeof JobLine>;

/** Is this job covered, on that day, at that mileage? One visit, one currency. */
export const CheckEntitlement = z
  .strictObject({
    vehicleId: Id,
    /** The store that asks. */
    storeId: Id,
    /** Left out: today at the store that asks. */
    date: CalendarDate.nullish(),
    odometer: Distance.nullish(),
    hours: Hours.nullish(),
    /** Left out: that of the lines. */
    currency: Currency.nullish(),
    lines: z
      .array(JobLine)
      .min(1, "Must have at least one line.")
      .max(200, "Must have at most 200 lines.")
      .check(distinct((each) => each.lineId, "lineId", "Stands twice: a line has a name of its own.")),
  })
  .check((context) => {
    const { lines, currency } = context.value;
    const one = currency ?? lines[0]?.amount.currency;
    lines.forEach(({ amount }, index) => {
      if (amount.currency === one) return;
      context.issues.push({
        code: "custom",
        input: context.value,
        path: ["lines", index, "amount", "currency"],
        message: `Must be ${one}: a job is asked about in one currency.`,
      });
    });
  });
export type CheckEntitlement = z.infer<typeof CheckEntitlement>;

/** What is left after the line, null where nothing limits it. */
export const LineRemaining = z.object({
  /** The day asked and the last one included. */
  days: z.int().nullable(),
  distance: Distance.nullable(),
  hours: z.int().nullable(),
  /** Units of the allowance. */
  allowance: z.int().nullable(),
  amount: Money.nullable(),
});

export const EntitlementLine = z.object({
  lineId: z.string(),
  decision: z.enum(entitlementDecisions),
  /** Who pays; null: nobody, or nobody for certain. Then the fields of the contract are null. */
  contractId: Id.nullable(),
  basis: z.enum(["COVERAGE", "ALLOWANCE"]).nullable(),
  partsPercent: Percentage.nullable(),
  labourPercent: Percentage.nullable(),
  deductible: Money.nullable(),
  /** contractPays and customerPays make the amount. */
  contractPays: Money,
  /** Where it is UNDETERMINED: at most. */
  customerPays: Money,
  /** The service is not due yet; a notice, no bar. */
  early: z.boolean().nullable(),
  remaining: LineRemaining.nullable(),
  /** Every other contract of the vehicle, by contractId. */
  passedOver: z.array(z.object({ contractId: Id, reason: z.enum(passedOverReasons) })),
});

const Dated = { date: CalendarDate };

export const Entitlement = z.object({
  /** In the order asked. */
  lines: z.array(EntitlementLine),
  /** What was asked about: the day, the currency. */
  date: CalendarDate,
  currency: z.string(),
  /** The last readings on or before the day. */
  lastReading: Distance.extend(Dated).nullable(),
  lastHours: z.object({ value: z.int(), ...Dated }).nullable(),
  /** BELOW_LAST, ABOVE_NEXT: the mileage or the hours contradict a reading. */
  warnings: z.array(Warning),
});
export type Entitlement = z.infer<typeof Entitlement>;

/** Groups of contract types, those that pay first in front. A type that is left out comes last. */
export const OrderOfChoice = z
  .array(z.array(z.enum(contractTypes)).min(1, "A group must have at least one type."))
  .min(1, "Must have at least one group, or be null for the usual order.")
  .max(contractTypes.length, `Must have at most ${contractTypes.length} groups.`)
  .check((context) => {
    const seen = new Set<string>();
    context.value.forEach((types, group) => {
      types.forEach((type, place) => {
        if (seen.has(type))
          context.issues.push({
            code: "custom",
            input: context.value,
            path: [group, place],
            message: "Stands twice: a type is in one group.",
          });
        seen.add(type);
      });
    });
  });
export type OrderOfChoice = z.infer<typeof OrderOfChoice>;
