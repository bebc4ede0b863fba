import { doubts } from "@vehicle-contracts/contract-model";
import { byCodePoint } from "../code-point-order.ts";
import { type Candidate, candidateOf, type PassedOver, passedOverFor } from "./candidate.ts";
import { isEarlyBy, leftAfter, percentagesOf } from "./left-after.ts";
import { type JobLine, type Offer, offerOf, ranksBefore, take, wayOf } from "./offer.ts";
import { placeOf, usualOrderOfChoice } from "./order-of-choice.ts";
import type { EntitlementLine, EntitlementQuestion } from "./question.ts";
import { rememberedParts } from "./share.ts";
import { pointOf } from "./standing.ts";
import type { Visit } from "./visit.ts";

/**
 * Which contract pays each line of a visit, how much, and why the others do not: one contract a line, later lines see what
 * earlier ones took. The order of the contracts handed in changes nothing. docs/rules.md, "Entitlement".
 */
export function decideEntitlement(question: EntitlementQuestion): EntitlementLine[] {
  const codes = new Map<string, number>();
  for (const { code } of question.lines) if (!codes.has(code)) codes.set(code, codes.size);
  const visit: Visit = {
    point: pointOf(question),
    storeId: question.storeId,
    currency: question.currency,
    codes,
    placeOf: placeOf(question.orderOfChoice ?? usualOrderOfChoice),
    partsOf: rememberedParts(),
  };
  // By contractId, so that ties and what is passed over need no sorting of their own.
  const candidates = [...question.contracts]
    .sort((a, b) => byCodePoint(a.contractId, b.contractId))
    .map((contract) => candidateOf(contract, visit));
  return question.lines.map((line) =>
    decideLine({ ...line, job: line.job ?? "1", codePlace: codes.get(line.code) ?? 0 }, candidates, visit),
  );
}

type Way = ReturnType<typeof wayOf>;

// Loops over both lists at once rather than over pairs: a visit may weigh ten thousand of them.
function decideLine(line: JobLine, candidates: readonly Candidate[], visit: Visit): EntitlementLine {
  const ways = candidates.map((candidate) => wayOf(candidate, line));
  const best = bestOf(candidates, ways, line);
  const passedOver: PassedOver[] = [];
  for (let at = 0; at < candidates.length; at += 1) {
    const candidate = candidates[at];
    const way = ways[at];
    if (!candidate || candidate === best?.candidate) continue;
    passedOver.push(passedOverFor(candidate, typeof way === "string" ? way : "OUTRANKED"));
  }
  return best ? paid(line, best, passedOver, visit) : unpaid(line, passedOver, visit);
}

/** What those of a later group would pay is not asked: they are outranked, whatever it is. */
function bestOf(candidates: readonly Candidate[], ways: readonly Way[], line: JobLine): Offer | null {
  let first = Number.MAX_SAFE_INTEGER;
  for (let at = 0; at < candidates.length; at += 1) {
    const place = candidates[at]?.place ?? first;
    if (place < first && typeof ways[at] !== "string") first = place;
  }
  let best: Offer | null = null;
  for (let at = 0; at < candidates.length; at += 1) {
    const [candidate, way] = [candidates[at], ways[at]];
    if (candidate?.place !== first || way === undefined || typeof way === "string") continue;
    const offer = offerOf(candidate, way, line);
    if (best === null || ranksBefore(offer, best)) best = offer;
  }
  return best;
}

function paid(line: JobLine, offer: Offer, passedOver: PassedOver[], visit: Visit): EntitlementLine {
  take(offer, line);
  const { currency, point } = visit;
  return {
    lineId: line.lineId,
    decision: offer.customerPays === 0 ? "COVERED" : "PARTLY_COVERED",
    contractId: offer.candidate.contract.contractId,
    basis: "allowance" in offer.way ? "ALLOWANCE" : "COVERAGE",
    ...percentagesOf(offer),
    deductible: { amountMinor: offer.deductible, currency },
    contractPays: { amountMinor: offer.contractPays, currency },
    customerPays: { amountMinor: offer.customerPays, currency },
    early: isEarlyBy(offer, point),
    remaining: leftAfter(offer, point, currency),
    passedOver,
  };
}

const unpaid = (line: JobLine, passedOver: PassedOver[], { currency }: Visit): EntitlementLine => ({
  lineId: line.lineId,
  decision: passedOver.some(({ reason }) => doubts.includes(reason)) ? "UNDETERMINED" : "NOT_COVERED",
  contractId: null,
  basis: null,
  partsPercent: null,
  labourPercent: null,
  deductible: null,
  contractPays: { amountMinor: 0, currency },
  customerPays: { amountMinor: line.amountMinor, currency },
  early: null,
  remaining: null,
  passedOver,
});
