import type { PlanChanges, PlanInput, PlanPrice, PlanTerms } from "@vehicle-contracts/contract-model";
import type { Outcome } from "../outcome.ts";
import { completePrice } from "../price.ts";
import { sameValue } from "../same-value.ts";

/** What an administrator sends of a plan, its code left out. */
export type PlanFields = Omit<PlanInput, "code">;

/**
 * A plan's fields in full: what is left out has the value that docs/wire.md names. Broken: the rules of prices, as in a contract,
 * with paths such as `prices.0.taxMinor`. docs/rules.md, "Plans".
 */
export function completePlan(input: PlanFields): Outcome<PlanTerms> {
  const prices = pricesOf(input.prices);
  if (!prices.ok) return prices;
  const { eligibility, deductible, transferPolicy } = input;
  return {
    ok: true,
    value: {
      name: input.name,
      description: input.description ?? null,
      type: input.type,
      providerId: input.providerId,
      termMonths: input.termMonths ?? null,
      openEnded: input.openEnded ?? false,
      distance: input.distance ?? { kind: "unlimited" },
      engineHours: input.engineHours ?? { kind: "unlimited" },
      startBasis: input.startBasis ?? "SALE",
      waitingDays: input.waitingDays ?? 0,
      eligibility: {
        minAgeMonths: eligibility?.minAgeMonths ?? null,
        maxAgeMonths: eligibility?.maxAgeMonths ?? null,
        maxOdometer: eligibility?.maxOdometer ?? null,
        makes: eligibility?.makes ?? [],
        fuels: eligibility?.fuels ?? [],
      },
      coverage: (input.coverage ?? []).map((line) => ({
        code: line.code,
        description: line.description ?? null,
        treatment: line.treatment,
        partsPercent: line.partsPercent ?? null,
        labourPercent: line.labourPercent ?? null,
        endsAfterMonths: line.endsAfterMonths ?? null,
        endsAfterDistances: line.endsAfterDistances ?? [],
        maximumAmounts: line.maximumAmounts ?? [],
      })),
      allowances: (input.allowances ?? []).map((line) => ({
        code: line.code,
        description: line.description ?? null,
        quantity: line.quantity,
        dueAfterMonths: line.dueAfterMonths ?? null,
        dueAfterDistances: line.dueAfterDistances ?? [],
      })),
      deductible:
        !deductible || deductible.kind === "NONE"
          ? { kind: "NONE" }
          : { ...deductible, waivedAtSellingStore: deductible.waivedAtSellingStore ?? false },
      prices: prices.value,
      mayChange: [...new Set(input.mayChange ?? [])],
      transferPolicy:
        transferPolicy?.kind === "ON_REQUEST"
          ? { ...transferPolicy, fees: transferPolicy.fees ?? [] }
          : { kind: transferPolicy?.kind ?? "AUTOMATIC" },
      refundRuleSet: input.refundRuleSet ?? null,
    },
  };
}

/** The fields of a draft after `changes`, each whole; `null` clears. Broken as in `completePlan`. */
export function changePlan(before: PlanTerms, changes: PlanChanges): Outcome<PlanTerms> {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  return completePlan({ ...before, ...given });
}

/** The names of the fields whose values differ, compared as plain JSON. */
export const changedPlanFields = (before: PlanTerms, after: PlanTerms): (keyof PlanTerms)[] =>
  (Object.keys(after) as (keyof PlanTerms)[]) // a plan in full has exactly these
    .filter((field) => !sameValue(before[field], after[field]));

function pricesOf(given: PlanFields["prices"]): Outcome<PlanPrice[]> {
  const prices: PlanPrice[] = [];
  for (const [at, { lowestGrossMinor, highestGrossMinor, ...price }] of (given ?? []).entries()) {
    const outcome = completePrice(price);
    if (!outcome.ok)
      return {
        ok: false,
        fields: outcome.fields.map((fault) => ({
          ...fault,
          path: fault.path.replace(/^price\./, `prices.${at}.`),
        })),
      };
    if (outcome.value)
      prices.push({
        ...outcome.value,
        lowestGrossMinor: lowestGrossMinor ?? null,
        highestGrossMinor: highestGrossMinor ?? null,
      });
  }
  return { ok: true, value: prices };
}
