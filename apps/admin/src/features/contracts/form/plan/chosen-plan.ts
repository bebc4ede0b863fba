import type {
  ContractInput,
  Percentage,
  PlanOffer,
  SaleTerm,
  StartBasis,
} from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import type { UseFormReturn } from "react-hook-form";
import { type ContractForm, termsInForm } from "../form-values.ts";

/** What the form keeps of the plan that was chosen, so that a draft of another day has it too. */
export type ChosenPlan = {
  name: string;
  startBasis: StartBasis;
  mayChange: SaleTerm[];
  /** Whether the plan has a price at all. */
  isPriced: boolean;
  taxRate: Percentage | null;
  lowestGrossMinor: number | null;
  highestGrossMinor: number | null;
  /** The limit of its distance counts from an odometer. */
  isLimited: boolean;
};

/** Whether the sale says from what day it runs. */
export const choosesStart = ({ startBasis, mayChange }: ChosenPlan): boolean =>
  startBasis === "EXPLICIT" || mayChange.includes("startDate");

const dirty = { shouldDirty: true } as const;

/** Puts a plan's terms into the form; people, number and notes stay. */
export function takeOffer(form: UseFormReturn<ContractForm>, offer: PlanOffer): void {
  const { plan, terms, price, mayChange } = offer;
  if (terms === null) return;
  const { transferPolicy: _transfer, refundRuleSet: _ruleSet, ...sold } = terms;
  const isLimited = plan.distance.kind === "limited";
  const limit = plan.distance.kind === "limited" ? plan.distance.limits[0] : undefined;
  const fields = termsInForm(sold);
  const chosen: ChosenPlan = {
    name: plan.name,
    startBasis: plan.startBasis,
    mayChange,
    isPriced: price !== null,
    taxRate: price?.taxRate ?? null,
    lowestGrossMinor: price?.lowestGrossMinor ?? null,
    highestGrossMinor: price?.highestGrossMinor ?? null,
    isLimited,
  };
  form.clearErrors();
  form.setValue("byPlan", chosen, dirty);
  form.setValue("type", fields.type, dirty);
  form.setValue("providerId", fields.providerId, dirty);
  form.setValue("description", fields.description, dirty);
  form.setValue("plan", fields.plan, dirty);
  form.setValue("startDate", fields.startDate, dirty);
  form.setValue("endBy", fields.endBy, dirty);
  form.setValue("termMonths", fields.termMonths, dirty);
  form.setValue("endDate", fields.endBy === "date" ? fields.endDate : null, dirty);
  form.setValue("waitingDays", fields.waitingDays, dirty);
  // Where no odometer is known yet, the form asks for it.
  form.setValue(
    "distance",
    terms.distance.kind === "unknown" && limit
      ? { kind: "limited", startOdometer: null, limit: limit.value, unit: limit.unit }
      : fields.distance,
    dirty,
  );
  form.setValue("engineHours", fields.engineHours, dirty);
  form.setValue("coverage", fields.coverage, dirty);
  form.setValue("allowances", fields.allowances, dirty);
  form.setValue("deductible", fields.deductible, dirty);
  form.setValue("price", fields.price, dirty);
}

/** The terms stay as they are, and are the form's own from now on. */
export function writeByHand(form: UseFormReturn<ContractForm>): void {
  form.setValue("byPlan", null, dirty);
  form.setValue("plan", { code: null, version: null }, dirty);
}

/**
 * What is sent of a sale by a plan: what is the sale's own, and of the terms those that the plan leaves to it. The rest the
 * server copies from the plan.
 */
export function saleOf(record: WrittenFields, plan: ChosenPlan): Omit<ContractInput, "status"> {
  const free = (term: SaleTerm) => plan.mayChange.includes(term);
  const { distance, engineHours, startDate } = record;
  return {
    storeId: record.storeId,
    vehicleId: record.vehicleId,
    type: record.type,
    plan: record.plan,
    providerId: record.providerId,
    contractNumber: record.contractNumber,
    description: record.description,
    notes: record.notes,
    awaitingProvider: record.awaitingProvider,
    parties: record.parties.map(({ from, ...party }) => ({
      ...party,
      from: from === startDate ? null : from,
    })),
    saleDate: record.saleDate,
    ...(choosesStart(plan) && { startDate }),
    ...(free("term") && { termMonths: record.termMonths, openEnded: record.openEnded }),
    ...(free("term") && record.termMonths === null && { endDate: record.endDate }),
    ...(free("waitingDays") && { waitingDays: record.waitingDays }),
    ...((distance.kind === "limited" || free("distance")) && { distance }),
    ...((engineHours.kind === "limited" || free("engineHours")) && { engineHours }),
    ...(free("coverage") && { coverage: record.coverage }),
    ...(free("allowances") && { allowances: record.allowances }),
    ...(free("deductible") && { deductible: record.deductible }),
    ...(free("price") && record.price && { price: record.price }),
  };
}
