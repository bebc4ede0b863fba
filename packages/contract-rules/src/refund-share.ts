import type { ProblemField, RefundStepCode } from "@vehicle-contracts/contract-model";
import { hoursLeft, millimetres, readsLower } from "./distance.ts";
import { type Fraction, fraction, isLess, lesser, one } from "./fraction.ts";
import { broken, type Outcome, refused } from "./outcome.ts";
import type { RefundQuestion } from "./refund.ts";
import { daysOfTerm } from "./terms.ts";
import { sayCount, sayDistance } from "./wording.ts";

type Share = { code: RefundStepCode; value: Fraction };
/** Nothing where nothing limits it. */
type Found = Outcome<Share | null>;

/**
 * The shares not used that the basis looks at, in order, and the one that counts: the least. Before the start it is all, and no
 * reading is needed. docs/rules.md, "Refund".
 */
export function refundShare(question: RefundQuestion): Outcome<{ shares: Share[]; counts: Fraction }> {
  if (question.cancelDate < question.startDate)
    return { ok: true, value: { shares: [{ code: "SHARE_BEFORE_START", value: one }], counts: one } };
  const { basis } = question.ruleSet;
  const shares: Share[] = [];
  const asked = [
    basis === "DISTANCE" ? null : timeShare,
    basis === "TIME" ? null : distanceShare,
    basis === "LESSER" ? hoursShare : null,
  ];
  for (const ask of asked) {
    const found = ask?.(question);
    if (found && !found.ok) return found;
    if (found?.value) shares.push(found.value);
  }
  const [first, ...rest] = shares;
  if (!first)
    return refused(
      "ruleSet.basis",
      "NO_BASIS",
      "Nothing that the rule set goes by limits the contract, so no share of it is left to count.",
    );
  return {
    ok: true,
    value: { shares, counts: rest.reduce((least, { value }) => lesser(least, value), first.value) },
  };
}

const found = (code: RefundStepCode, value: Fraction): Found => ({
  ok: true,
  value: { code, value: isLess(one, value) ? one : value },
});
const none: Found = { ok: true, value: null };
const no = (field: ProblemField): Found => ({ ok: false, fields: [field] });

function timeShare({ startDate, endDate, cancelDate }: RefundQuestion): Found {
  if (endDate === null) return none;
  return found("TIME_SHARE", fraction(daysOfTerm(cancelDate, endDate), daysOfTerm(startDate, endDate)));
}

function distanceShare({ distance, odometer, lastReading }: RefundQuestion): Found {
  if (distance.kind === "unlimited") return none;
  if (distance.kind === "unknown")
    return no(
      broken(
        "distance",
        "DISTANCE_UNKNOWN",
        "How far the contract goes is not known, so nobody can say what is left of it. Enter its distance first.",
      ),
    );
  if (!odometer)
    return no(
      broken("odometer", "ODOMETER_MISSING", "The contract is limited by distance. Enter the odometer."),
    );
  if (lastReading && readsLower(odometer, lastReading))
    return no(
      broken(
        "odometer",
        "ODOMETER_BELOW_LAST",
        `${sayDistance(odometer)} is below the last reading, ${sayDistance(lastReading)}. Enter a higher figure, or correct the reading first.`,
      ),
    );
  const left = millimetres(distance.endOdometer) - millimetres(odometer);
  return found("DISTANCE_SHARE", fraction(left, millimetres(distance.limit)));
}

function hoursShare({ engineHours, hours, lastHours }: RefundQuestion): Found {
  if (!engineHours || engineHours.kind === "unlimited") return none;
  if (engineHours.kind === "unknown")
    return no(
      broken(
        "engineHours",
        "HOURS_UNKNOWN",
        "How many engine hours the contract has is not known, so nobody can say what is left of it. Enter them first.",
      ),
    );
  if (hours === null || hours === undefined)
    return no(
      broken("hours", "HOURS_MISSING", "The contract is limited by engine hours. Enter the engine hours."),
    );
  if (lastHours !== null && lastHours !== undefined && hours < lastHours)
    return no(
      broken(
        "hours",
        "HOURS_BELOW_LAST",
        `${sayCount(hours, "hour")} is below the last reading, ${sayCount(lastHours, "hour")}. Enter a higher figure, or correct the reading first.`,
      ),
    );
  return found("HOURS_SHARE", fraction(hoursLeft(engineHours, hours) ?? 0, engineHours.limit));
}
