import type { PlanOffer } from "@vehicle-contracts/contract-model";
import { type Format, monthsWord } from "../../term-words.ts";
import { typeWord } from "../../words.ts";

const basisWords = {
  FIRST_REGISTRATION: "from the first registration",
  EXPLICIT: "from a day of choice",
} as const;

/** "Service plan, 4 services, 48 months, 40,000 mi": what a plan is, in a line. */
export function offerLine({ plan, terms }: PlanOffer, format: Format): string {
  const months = plan.termMonths;
  const from = terms?.startDate ?? null;
  const starts =
    plan.startBasis === "END_OF_MANUFACTURER_WARRANTY"
      ? from
        ? `from ${format.date(from)}, after the manufacturer’s`
        : "after the manufacturer’s"
      : plan.startBasis === "SALE"
        ? null
        : basisWords[plan.startBasis];
  const services = (terms?.allowances ?? []).reduce((sum, { quantity }) => sum + quantity, 0);
  const term = months === null ? null : [monthsWord(months, format), starts].filter(Boolean).join(" ");
  return [
    typeWord(plan.type),
    services > 0 && `${format.whole(services)} ${services === 1 ? "service" : "services"}`,
    term ?? starts,
    terms?.distance.kind === "limited" && format.distance(terms.distance.limit),
  ]
    .filter(Boolean)
    .join(", ");
}
