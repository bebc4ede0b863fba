"use client";

import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { AllowancesSection } from "./allowances-section.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { ContractSection } from "./contract-section.tsx";
import { CoverageSection } from "./coverage-section.tsx";
import { NotesSection } from "./notes-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { DeductibleSection, PriceSection } from "./price-section.tsx";
import { TermsSection } from "./terms-section.tsx";
import { useBeginAt } from "./use-begin-at.ts";
import { VehicleSection } from "./vehicle-section.tsx";

/** All that a person writes of a contract. */
export function ContractSections() {
  return (
    <FormFrame>
      <VehicleSection />
      <ContractSection />
      <TermsSection />
      <CoverageSection />
      <AllowancesSection />
      <DeductibleSection />
      <PeopleSection />
      <PriceSection />
      <NotesSection />
    </FormFrame>
  );
}

/** The same for a contract that is there: begun at the field that the address names. */
export function ContractSectionsFrom() {
  useBeginAt(useContractFormState().form);
  return <ContractSections />;
}
