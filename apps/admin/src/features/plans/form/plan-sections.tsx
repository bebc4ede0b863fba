"use client";

import { useQuery } from "@tanstack/react-query";
import { contractTypes, saleTerms, startBases } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { DecimalField, MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextAreaField } from "../../../ui/fields/text-area-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { deductibleOptions } from "../../contracts/deductible-options.ts";
import { providerChoices } from "../../contracts/queries.ts";
import { typeWord } from "../../contracts/words.ts";
import { ruleSetChoices } from "../queries.ts";
import { basisWords, saleTermWords } from "../words.ts";
import { usePlanForm, usePlanSection } from "./form-context.tsx";
import { CoverageLines, ServiceLines } from "./line-sections.tsx";

/** All that an administrator writes of a plan. */
export const PlanSections = () => (
  <FormFrame>
    <Naming />
    <Length />
    <Vehicles />
    <CoverageLines />
    <ServiceLines />
    <Excess />
    <Prices />
    <MayChange />
    <Afterwards />
  </FormFrame>
);

function Naming() {
  const { form, isNew } = usePlanForm();
  const { control } = form;
  const providers = useQuery(providerChoices(useTRPC())).data?.items ?? [];
  const [name, type, providerId] = useWatch({ control, name: ["name", "type", "providerId"] });
  const state = usePlanSection(
    ["code", "name", "type", "providerId", "description"],
    name !== null && type !== null && providerId !== null,
  );
  return (
    <FormSection title="Plan" state={state}>
      <FieldGrid columns={2}>
        <TextField control={control} name="name" label="Name" placeholder="Service Plan 4" emptyAsNull />
        <TextField
          control={control}
          name="code"
          label="Code"
          mono
          emptyAsNull
          help="Programs name the plan by it."
          readOnlyReason={isNew ? undefined : "All versions of a plan have its code."}
        />
        <SelectField
          control={control}
          name="type"
          label="Type"
          options={contractTypes.map((value) => ({ value, label: typeWord(value) }))}
          placeholder="Choose"
        />
        <SelectField
          control={control}
          name="providerId"
          label="Provider"
          options={providers.map((provider) => ({ value: provider.providerId, label: provider.name }))}
          placeholder="Who carries the risk"
          searchable
        />
      </FieldGrid>
      <TextAreaField control={control} name="description" label="Description" emptyAsNull />
    </FormSection>
  );
}

function Length() {
  const { control } = usePlanForm().form;
  const [endBy, term, limit, hours] = useWatch({ control, name: ["endBy", "termMonths", "limit", "hours"] });
  const isLimited = limit.KM !== null || limit.MI !== null || hours !== null;
  const state = usePlanSection(
    ["endBy", "termMonths", "startBasis", "waitingDays", "limit", "hours"],
    endBy === "open" || (endBy === "term" ? term !== null : isLimited),
  );
  return (
    <FormSection title="Length" state={state}>
      <FieldGrid columns={4}>
        <SelectField
          control={control}
          name="endBy"
          label="Ends"
          options={[
            { value: "term", label: "After a term" },
            { value: "limits", label: "Only by distance or hours" },
            { value: "open", label: "Open-ended" },
          ]}
        />
        {endBy === "term" && <WholeField control={control} name="termMonths" label="Term" unit="months" />}
        <SelectField
          control={control}
          name="startBasis"
          label="Starts"
          options={startBases.map((value) => ({ value, label: basisWords[value] }))}
        />
        <WholeField
          control={control}
          name="waitingDays"
          label="Waiting period"
          unit="days"
          placeholder="None"
        />
        <WholeField
          control={control}
          name="limit.MI"
          label="Distance in miles"
          unit="mi"
          placeholder="No limit"
          help="For stores that count in miles."
        />
        <WholeField
          control={control}
          name="limit.KM"
          label="Distance in kilometres"
          unit="km"
          placeholder="No limit"
          help="For stores that count in kilometres."
        />
        <WholeField control={control} name="hours" label="Engine hours" unit="h" placeholder="No limit" />
      </FieldGrid>
    </FormSection>
  );
}

function Vehicles() {
  const { control } = usePlanForm().form;
  const state = usePlanSection(["minAgeMonths", "maxAgeMonths", "maxOdometer", "makes", "fuels"], true);
  return (
    <FormSection title="Vehicles" note="what is left empty asks nothing" state={state}>
      <FieldGrid columns={4}>
        <WholeField control={control} name="minAgeMonths" label="From age" unit="months" />
        <WholeField control={control} name="maxAgeMonths" label="Up to age" unit="months" />
        <WholeField control={control} name="maxOdometer" label="Up to odometer" />
        <SelectField
          control={control}
          name="maxOdometerUnit"
          label="In"
          options={[
            { value: "MI", label: "Miles" },
            { value: "KM", label: "Kilometres" },
          ]}
        />
      </FieldGrid>
      <FieldGrid columns={2}>
        <TextField
          control={control}
          name="makes"
          label="Makes"
          placeholder="All"
          help="Several with commas between."
          emptyAsNull
        />
        <TextField
          control={control}
          name="fuels"
          label="Fuels"
          placeholder="All"
          help="As vehicles have them: petrol, diesel, electric."
          emptyAsNull
        />
      </FieldGrid>
    </FormSection>
  );
}

function Excess() {
  const { control } = usePlanForm().form;
  const [kind, currencies] = useWatch({ control, name: ["deductible.kind", "currencies"] });
  const state = usePlanSection(["deductible"], true);
  return (
    <FormSection title="Excess" note="what the customer pays first" state={state}>
      <FieldGrid columns={3}>
        <SelectField control={control} name="deductible.kind" label="Excess" options={deductibleOptions} />
        {kind !== "NONE" &&
          currencies.map((currency, at) => (
            <MoneyField
              key={currency}
              control={control}
              name={`deductible.amounts.${at}`}
              label={`Amount in ${currency}`}
              currency={currency}
            />
          ))}
      </FieldGrid>
      {kind !== "NONE" && (
        <CheckboxField
          control={control}
          name="deductible.waivedAtSellingStore"
          label="Not asked for at the selling store"
        />
      )}
    </FormSection>
  );
}

function Prices() {
  const { control } = usePlanForm().form;
  const [prices, mayChange] = useWatch({ control, name: ["prices", "mayChange.price"] });
  const state = usePlanSection(
    ["prices"],
    prices.some(({ grossMinor }) => grossMinor !== null),
  );
  return (
    <FormSection
      title="Prices"
      note="a currency without one is not sold in; none at all comes with the vehicle"
      state={state}
    >
      {prices.map(({ currency }, at) => (
        <FieldGrid key={currency} columns={4}>
          <MoneyField
            control={control}
            name={`prices.${at}.grossMinor`}
            label={`Gross in ${currency}`}
            currency={currency}
          />
          <DecimalField
            control={control}
            name={`prices.${at}.taxRate`}
            label="VAT rate"
            unit="%"
            places={4}
            placeholder="0"
          />
          {mayChange && (
            <>
              <MoneyField
                control={control}
                name={`prices.${at}.lowestGrossMinor`}
                label="Lowest"
                currency={currency}
                placeholder="Any"
              />
              <MoneyField
                control={control}
                name={`prices.${at}.highestGrossMinor`}
                label="Highest"
                currency={currency}
                placeholder="Any"
              />
            </>
          )}
        </FieldGrid>
      ))}
    </FormSection>
  );
}

function MayChange() {
  const { control } = usePlanForm().form;
  const state = usePlanSection(["mayChange"], true);
  return (
    <FormSection title="A sale may change" note="all else is as the plan has it" state={state}>
      <FieldGrid columns={3}>
        {saleTerms.map((term) => (
          <CheckboxField
            key={term}
            control={control}
            name={`mayChange.${term}`}
            label={saleTermWords[term]}
          />
        ))}
      </FieldGrid>
    </FormSection>
  );
}

function Afterwards() {
  const { control } = usePlanForm().form;
  const ruleSets = useQuery(ruleSetChoices(useTRPC())).data?.items ?? [];
  const [kind, currencies, chosen] = useWatch({ control, name: ["transfer.kind", "currencies", "ruleSet"] });
  const state = usePlanSection(["transfer", "ruleSet"], true);
  const choices = ruleSets.map(({ code, version, name }) => ({
    value: `${code}\n${version}`,
    label: `${name}, v${version}`,
  }));
  const [code, version] = (chosen ?? "").split("\n");
  const isKnown = chosen === null || choices.some(({ value }) => value === chosen);
  return (
    <FormSection title="Afterwards" state={state}>
      <FieldGrid columns={3}>
        <SelectField
          control={control}
          name="ruleSet"
          label="Refund by"
          options={isKnown ? choices : [...choices, { value: chosen, label: `${code}, v${version}` }]}
          placeholder="The group’s usual rule set"
          clearable
        />
        <SelectField
          control={control}
          name="transfer.kind"
          label="To a new owner"
          options={[
            { value: "AUTOMATIC", label: "Without asking" },
            { value: "ON_REQUEST", label: "On request" },
            { value: "NONE", label: "Not possible" },
          ]}
        />
        {kind === "ON_REQUEST" && (
          <>
            <WholeField control={control} name="transfer.windowDays" label="Days to ask" unit="days" />
            {currencies.map((currency, at) => (
              <MoneyField
                key={currency}
                control={control}
                name={`transfer.fees.${at}`}
                label={`Fee in ${currency}`}
                currency={currency}
                placeholder="None"
              />
            ))}
          </>
        )}
      </FieldGrid>
    </FormSection>
  );
}
