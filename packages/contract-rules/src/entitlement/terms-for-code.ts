import type { LineKind, PassedOverReason } from "@vehicle-contracts/contract-model";
import type { JudgedAllowance, JudgedContract, JudgedCoverage, JudgedDeductible } from "./question.ts";
import { doubtOf, pastOwnEnd } from "./standing.ts";
import type { Visit } from "./visit.ts";

/** A service that the contract includes, and what is doubtful about it. */
export type ByAllowance = {
  allowance: JudgedAllowance;
  doubt: PassedOverReason | null;
  /** After the ledger, and what earlier lines took. */
  unitsLeft: number;
  /** The jobs of this visit that a unit was given for, which serves all their lines; null until one was. */
  served: Set<string> | null;
};

/** A coverage line during the visit: what it pays in ten-thousandths of a percent, why it does not, and what is doubtful. */
export type ByCoverage = {
  coverage: JudgedCoverage;
  /** Minor units of its maximum's own currency, as above; null where there is no maximum. One sum for all codes under `*`. */
  amountLeft: number | null;
  percentages: Readonly<Record<LineKind, number>>;
  pastOwnEnd: PassedOverReason | null;
  doubt: PassedOverReason | null;
};

/** What a contract says of one code. `coverage`: the COVERED line of the code, or that of everything not named. */
export type TermsForCode = {
  excluded: boolean;
  allowance: ByAllowance | null;
  coverage: ByCoverage | null;
};

/**
 * What a contract says of each of the codes asked, in the place that the visit gives the code. Looked up once: a vehicle may
 * have hundreds of contracts with hundreds of lines each, and each is asked about every line of the job.
 */
export function termsForCodes(
  contract: JudgedContract,
  deductible: JudgedDeductible,
  visit: Visit,
): TermsForCode[] {
  const { codes, point } = visit;
  const doubt = doubtOf(contract, point, false);
  const doubtAtOwnEnd = doubtOf(contract, point, true);
  const { used } = contract;
  const weighed = (coverage: JudgedCoverage): ByCoverage => ({
    coverage,
    amountLeft: coverage.maximumAmount
      ? leftOf(coverage.maximumAmount.amountMinor, used.amounts, coverage.code)
      : null,
    percentages: percentagesOf(coverage, visit),
    pastOwnEnd: pastOwnEnd(coverage, point),
    doubt: currencyDiffers(coverage, deductible, visit.currency)
      ? "CURRENCY_DIFFERS"
      : coverage.endOdometer
        ? doubtAtOwnEnd
        : doubt,
  });

  const everythingElse = contract.coverage.find(
    ({ code, treatment }) => code === "*" && treatment === "COVERED",
  );
  const notNamed = everythingElse ? weighed(everythingElse) : null;
  const terms: TermsForCode[] = [];
  for (const _ of codes) terms.push({ excluded: false, allowance: null, coverage: notNamed });
  const saidOf = (code: string) => {
    const place = codes.get(code);
    return place === undefined ? undefined : terms[place];
  };
  for (const line of contract.coverage) {
    const said = saidOf(line.code);
    if (!said) continue;
    if (line.treatment === "EXCLUDED") said.excluded = true;
    else said.coverage = weighed(line);
  }
  for (const allowance of contract.allowances) {
    const said = saidOf(allowance.code);
    if (!said) continue;
    const unitsLeft = leftOf(allowance.quantity, used.allowances, allowance.code);
    said.allowance = { allowance, doubt, unitsLeft, served: null };
  }
  return terms;
}

const leftOf = (all: number, used: Readonly<Record<string, number>>, code: string): number =>
  Math.max(0, all - (Object.hasOwn(used, code) ? (used[code] ?? 0) : 0));

/** Of anything but parts and labour, the lower of the two is paid. */
function percentagesOf(line: JudgedCoverage, { partsOf }: Visit): ByCoverage["percentages"] {
  const parts = partsOf(line.partsPercent ?? 0);
  const labour = partsOf(line.labourPercent ?? 0);
  return { PARTS: parts, LABOUR: labour, OTHER: Math.min(parts, labour) };
}

/** The deductible counts though it may be used up: what has been taken of it cannot be told in another currency. */
const currencyDiffers = (
  { maximumAmount }: JudgedCoverage,
  deductible: JudgedDeductible,
  currency: string,
): boolean =>
  (maximumAmount ? maximumAmount.currency !== currency : false) ||
  (deductible.kind !== "NONE" && deductible.amount.currency !== currency);
