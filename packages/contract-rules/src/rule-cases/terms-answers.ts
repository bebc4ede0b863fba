import { ContractStatus } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import { completeDistance } from "../complete-limits.ts";
import { compareDistances, distanceCovers, distanceLeft } from "../distance.ts";
import { extendTerm } from "../extension.ts";
import type { Outcome } from "../outcome.ts";
import { overlaps } from "../overlap.ts";
import { type OdometerEntry, odometerBreaks, odometerStanding } from "../readings.ts";
import { renewalDates } from "../renewal.ts";
import { todayIn } from "../temporal.ts";
import { daysOfTerm, endOfTerm } from "../terms.ts";
import { type Answer, answer, CaseDate, CaseDistance } from "./case.ts";

const Months = z.int().min(1);
const Term = z.object({
  startDate: CaseDate,
  endDate: CaseDate.nullish(),
  termMonths: Months.nullish(),
});
const Overlapping = z.object({
  contractId: z.string(),
  type: z.string(),
  effectiveStatus: ContractStatus,
  startDate: CaseDate.nullish(),
  endDate: CaseDate.nullish(),
});

/** The value itself, or `refused` with the code of the first rule broken. */
export const valueOrRefused = (outcome: Outcome<Record<string, unknown>>) =>
  outcome.ok ? outcome.value : { refused: outcome.fields[0]?.code };

function readInTurn(readings: readonly OdometerEntry[]) {
  const taken: OdometerEntry[] = [];
  const answers = readings.map((reading) => {
    const code = odometerBreaks(taken, reading, null)[0]?.code;
    if (code === undefined) taken.push(reading);
    return code ?? "TAKEN";
  });
  return { answers, latest: odometerStanding(taken).latest?.odometer ?? null };
}

/** The questions of a `terms.json`. */
export const termsAnswers: Readonly<Record<string, Answer>> = {
  endDate: answer(z.object({ startDate: CaseDate, termMonths: Months }), ({ startDate, termMonths }) => {
    const endDate = endOfTerm(startDate, termMonths);
    return { endDate, days: daysOfTerm(startDate, endDate) };
  }),
  extend: answer(
    Term.extend({
      by: z.union([z.strictObject({ months: z.int() }), z.strictObject({ endDate: CaseDate })]),
    }),
    ({ by, ...term }) => valueOrRefused(extendTerm(term, by)),
  ),
  renewal: answer(Term, (term) => valueOrRefused(renewalDates(term))),
  compare: answer(z.object({ a: CaseDistance, b: CaseDistance }), ({ a, b }) => ({
    sign: compareDistances(a, b),
  })),
  endOdometer: answer(
    z.object({ limit: CaseDistance, startOdometer: CaseDistance, odometer: CaseDistance }),
    ({ limit, startOdometer, odometer }) => {
      const outcome = completeDistance({ kind: "limited", limit, startOdometer });
      if (!outcome.ok || outcome.value.kind !== "limited") return valueOrRefused(outcome);
      return {
        endOdometer: outcome.value.endOdometer,
        covered: distanceCovers(outcome.value, odometer),
        left: distanceLeft(outcome.value, odometer),
      };
    },
  ),
  readings: answer(
    z.object({
      readings: z.array(
        z.object({ date: CaseDate, odometer: CaseDistance, correction: z.boolean().nullish() }),
      ),
    }),
    ({ readings }) => readInTurn(readings),
  ),
  overlap: answer(
    z.object({ contract: Overlapping, others: z.array(Overlapping) }),
    ({ contract, others }) => ({
      warnings: overlaps(contract, others),
    }),
  ),
  storeToday: answer(z.object({ instant: z.string(), timeZone: z.string() }), ({ instant, timeZone }) => ({
    today: todayIn(timeZone, instant),
  })),
};
