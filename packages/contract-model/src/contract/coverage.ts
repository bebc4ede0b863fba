import { z } from "zod";
import { CalendarDate, Code, Distance, Length, line, Money, Percentage, whole } from "../values.ts";

export const Treatment = z.enum(["COVERED", "EXCLUDED"], "Must be COVERED or EXCLUDED.");

/** What a contract pays for, or leaves out. The code `*` is everything not named. Own ends are inclusive. */
export const CoverageLineInput = z
  .strictObject({
    code: Code,
    description: line(200).nullish(),
    treatment: Treatment,
    /** Share of parts that is paid; needed where the line is COVERED. */
    partsPercent: Percentage.nullish(),
    labourPercent: Percentage.nullish(),
    endDate: CalendarDate.nullish(),
    endOdometer: Distance.nullish(),
    /** At most this much in the contract's life. */
    maximumAmount: Money.nullish(),
  })
  .check((context) => {
    const { code, treatment, partsPercent, labourPercent } = context.value;
    const say = (path: string, message: string) =>
      context.issues.push({ code: "custom", input: context.value, path: [path], message });
    if (treatment === "COVERED" && (partsPercent === null || partsPercent === undefined))
      say("partsPercent", "A covered line needs the percentage of parts that is paid.");
    if (treatment === "COVERED" && (labourPercent === null || labourPercent === undefined))
      say("labourPercent", "A covered line needs the percentage of labour that is paid.");
    if (treatment === "EXCLUDED" && code === "*")
      say("code", "Only a covered line may stand for everything not named (*).");
  });
export const CoverageLine = z.object({
  code: z.string(),
  description: z.string().nullable(),
  treatment: Treatment,
  partsPercent: Percentage.nullable(),
  labourPercent: Percentage.nullable(),
  endDate: z.string().nullable(),
  endOdometer: Distance.nullable(),
  maximumAmount: Money.nullable(),
});
export type CoverageLine = z.infer<typeof CoverageLine>;

/** Services that a plan includes. Due dates are a schedule, not a bar. */
export const AllowanceInput = z.strictObject({
  code: Code.refine((code) => code !== "*", "Must name a service: * is for coverage only."),
  description: line(200).nullish(),
  /** 1 to 10,000 units inclusive. */
  quantity: whole(1, 10_000),
  dueAfterMonths: whole(1, 1_200).nullish(),
  dueAfterDistance: Length.nullish(),
});
export const Allowance = z.object({
  code: z.string(),
  description: z.string().nullable(),
  quantity: z.int(),
  dueAfterMonths: z.int().nullable(),
  dueAfterDistance: Distance.nullable(),
});
export type Allowance = z.infer<typeof Allowance>;
