"use client";

import { useIsHydrated } from "../../../ui/use-is-hydrated.ts";
import { AllowancesSection } from "./allowances-section.tsx";
import { ContractSection } from "./contract-section.tsx";
import { CoverageSection } from "./coverage-section.tsx";
import classes from "./form.module.css";
import { NotesSection } from "./notes-section.tsx";
import { PeopleSection } from "./people-section.tsx";
import { DeductibleSection, PriceSection } from "./price-section.tsx";
import { TermsSection } from "./terms-section.tsx";
import { VehicleSection } from "./vehicle-section.tsx";

/** All that a person writes of a contract. Enter sends nothing: a sale is a button or Ctrl Enter. */
export function ContractSections() {
  const isReady = useIsHydrated();
  return (
    <form className={classes.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset className={classes.fields} disabled={!isReady}>
        <VehicleSection />
        <ContractSection />
        <TermsSection />
        <CoverageSection />
        <AllowancesSection />
        <DeductibleSection />
        <PeopleSection />
        <PriceSection />
        <NotesSection />
      </fieldset>
    </form>
  );
}
