"use client";

import { useWatch } from "react-hook-form";
import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { AllowancesSection } from "./allowances-section.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { ContractSection } from "./contract-section.tsx";
import { CoverageSection } from "./coverage-section.tsx";
import { NotesSection } from "./notes-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import type { ChosenPlan } from "./plan/chosen-plan.ts";
import { PlanContractSection } from "./plan/plan-contract-section.tsx";
import { PlanPriceSection } from "./plan/plan-price-section.tsx";
import { PlanSection } from "./plan/plan-section.tsx";
import { PlanTermsSection } from "./plan/plan-terms-section.tsx";
import { DeductibleSection, PriceSection } from "./price-section.tsx";
import { TermsSection } from "./terms-section.tsx";
import { useBeginAt } from "./use-begin-at.ts";
import { VehicleSection } from "./vehicle-section.tsx";

/** All that a person writes of a contract. */
export function ContractSections() {
  const { form, base } = useContractFormState();
  const byPlan = useWatch({ control: form.control, name: "byPlan" });
  return (
    <FormFrame>
      <VehicleSection />
      {base === null && <PlanSection />}
      {byPlan ? <SoldByPlan plan={byPlan} /> : <WrittenByHand />}
      <NotesSection />
    </FormFrame>
  );
}

const WrittenByHand = () => (
  <>
    <ContractSection />
    <TermsSection />
    <CoverageSection />
    <AllowancesSection />
    <DeductibleSection />
    <PeopleSection />
    <PriceSection />
  </>
);

/** Only what is the sale's own, and what the plan leaves to it. */
const SoldByPlan = ({ plan }: { plan: ChosenPlan }) => (
  <>
    <PlanTermsSection plan={plan} />
    {plan.mayChange.includes("coverage") && <CoverageSection />}
    {plan.mayChange.includes("allowances") && <AllowancesSection />}
    {plan.mayChange.includes("deductible") && <DeductibleSection />}
    <PeopleSection />
    <PlanPriceSection plan={plan} />
    <PlanContractSection />
  </>
);

/** The same for a contract that is there: begun at the field that the address names. */
export function ContractSectionsFrom() {
  useBeginAt(useContractFormState().form);
  return <ContractSections />;
}
