import {
  Cancellation,
  Deductible,
  DistanceTerm,
  HoursTerm,
  Money,
  Origin,
  PlanReference,
  Price,
  RefundRuleSetReference,
  TransferPolicy,
} from "@vehicle-contracts/contract-model";
import type { z } from "zod";
import { type Status, statusWord } from "../../../ui/status-badge.tsx";
import {
  deductibleWords,
  distanceWords,
  type Format,
  hoursWords,
  monthsWord,
  originWords,
  planWords,
  priceWords,
  transferPolicyWords,
} from "../term-words.ts";
import { statusCodes, typeWord } from "../words.ts";

/** Names of what a history names by id: parties, providers, stores, vehicles. */
export type Names = ReadonlyMap<string, string>;

type Teller = (value: unknown, format: Format, names: Names) => string | null;

/** Words for a value of this shape; null for any other. */
const told =
  <Schema extends z.ZodType>(
    schema: Schema,
    tell: (value: z.output<Schema>, format: Format, names: Names) => string,
  ): Teller =>
  (value, format, names) => {
    const read = schema.safeParse(value);
    return read.success ? tell(read.data, format, names) : null;
  };

const text =
  (tell: (value: string, format: Format, names: Names) => string): Teller =>
  (value, format, names) =>
    typeof value === "string" ? tell(value, format, names) : null;

const whole =
  (tell: (value: number, format: Format) => string): Teller =>
  (value, format) =>
    typeof value === "number" ? tell(value, format) : null;

const date = text((value, format) => format.date(value));
const named = (otherwise: string) => text((id, _, names) => names.get(id) ?? otherwise);
const isStatus = (code: string): code is Status => (statusCodes as readonly string[]).includes(code);

const tellers: Readonly<Record<string, Teller>> = {
  type: text((code) => typeWord(code)),
  status: text((code) => (isStatus(code) ? statusWord(code) : code)),
  storeId: named("another store"),
  vehicleId: named("another vehicle"),
  providerId: named("another provider"),
  predecessorId: named("another contract"),
  successorId: named("another contract"),
  saleDate: date,
  startDate: date,
  endDate: date,
  termMonths: whole((months, format) => monthsWord(months, format)),
  waitingDays: whole((days, format) => format.days(days)),
  plan: told(PlanReference, planWords),
  distance: told(DistanceTerm, distanceWords),
  engineHours: told(HoursTerm, hoursWords),
  deductible: told(Deductible, (deductible, format) => deductibleWords(deductible, null, format)),
  price: told(Price, priceWords),
  paid: told(Money, (paid, format) => format.money(paid)),
  refundRuleSet: told(RefundRuleSetReference, planWords),
  transferPolicy: told(TransferPolicy, transferPolicyWords),
  cancellation: told(
    Cancellation,
    ({ date: day, refund }, format) => `on ${format.date(day)}, ${format.money(refund)} refunded`,
  ),
  origin: told(Origin, originWords),
};

/** A value of a field in words and figures; null where there is none. What has an unknown shape is only said to be there. */
export function valueWords(field: string, value: unknown, format: Format, names: Names): string | null {
  if (value === null || value === undefined) return null;
  const words = tellers[field]?.(value, format, names);
  if (words) return words;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (typeof value === "number") return format.whole(value);
  return typeof value === "string" ? value : "recorded";
}
