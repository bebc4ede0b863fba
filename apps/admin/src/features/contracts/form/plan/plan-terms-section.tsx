"use client";

import { useWatch } from "react-hook-form";
import { ComputedField } from "../../../../ui/fields/computed-field.tsx";
import { DateField } from "../../../../ui/fields/date-field.tsx";
import { FieldGrid, FormSection } from "../../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../../ui/fields/number-fields.tsx";
import { unitWord } from "../../../../ui/format.ts";
import { useFormat } from "../../../../ui/use-format.ts";
import { lineName } from "../../line-name.ts";
import { endFollowing, sumFollowing } from "../computed.ts";
import { useContractFormState } from "../contract-form-context.tsx";
import { BelowReading } from "../distance-fields.tsx";
import { unitOf } from "../form-input.ts";
import { OverlapNotice } from "../overlap-notice.tsx";
import { useSectionState } from "../use-section-state.ts";
import { type ChosenPlan, choosesStart } from "./chosen-plan.ts";
import classes from "./plan.module.css";
import { useFollowSale } from "./use-follow-sale.ts";

const fields = ["saleDate", "startDate", "endBy", "termMonths", "endDate", "distance", "engineHours"];

/** The plan's terms: what it leaves to the sale can be changed, the rest is read. */
export function PlanTermsSection({ plan }: { plan: ChosenPlan }) {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const [startDate, endBy, termMonths, endDate, version] = useWatch({
    control,
    name: ["startDate", "endBy", "termMonths", "endDate", "plan.version"],
  });
  const end = endFollowing({ startDate, endBy, termMonths, endDate });
  const state = useSectionState(fields, startDate !== null);
  useFollowSale(form, plan);
  return (
    <FormSection title="Terms" note={`from ${plan.name} v${version}`} state={state}>
      <FieldGrid columns={3}>
        <DateField control={control} name="saleDate" label="Sold on" today={around.today} />
        {choosesStart(plan) ? (
          <DateField control={control} name="startDate" label="Starts on" today={around.today} />
        ) : (
          <ComputedField label="Starts on" value={startDate ? format.date(startDate) : ""} />
        )}
        {plan.mayChange.includes("term") && endBy === "term" ? (
          <WholeField
            control={control}
            name="termMonths"
            label="Term"
            unit="months"
            help={end && `Ends on ${format.date(end)}`}
          />
        ) : (
          <ComputedField
            label="Ends on"
            value={end ? format.date(end) : endBy === "open" ? "No last day" : "Only by distance or hours"}
          />
        )}
        {plan.mayChange.includes("waitingDays") && (
          <WholeField control={control} name="waitingDays" label="Waiting period" unit="days" />
        )}
      </FieldGrid>
      <OverlapNotice end={end} />
      <Distance plan={plan} />
      <Hours plan={plan} />
      <WhatItGives />
    </FormSection>
  );
}

function Distance({ plan }: { plan: ChosenPlan }) {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const distance = useWatch({ control: form.control, name: "distance" });
  if (distance.kind !== "limited") return null;
  const unit = unitWord(unitOf({ distance }, around));
  const end = sumFollowing(distance.startOdometer, distance.limit);
  const whole = (value: number | null) => (value === null ? "" : format.whole(value));
  return (
    <>
      <FieldGrid columns={3}>
        {plan.startBasis === "FIRST_REGISTRATION" ? (
          <ComputedField label="Odometer at start" value={whole(distance.startOdometer)} unit={unit} />
        ) : (
          <WholeField
            control={form.control}
            name="distance.startOdometer"
            label="Odometer at start"
            unit={unit}
          />
        )}
        {plan.mayChange.includes("distance") ? (
          <WholeField control={form.control} name="distance.limit" label="Distance" unit={unit} />
        ) : (
          <ComputedField label="Distance" value={whole(distance.limit)} unit={unit} />
        )}
        <ComputedField label="Ends at" value={whole(end)} unit={unit} />
      </FieldGrid>
      {plan.startBasis !== "FIRST_REGISTRATION" && <BelowReading />}
    </>
  );
}

function Hours({ plan }: { plan: ChosenPlan }) {
  const { form } = useContractFormState();
  const format = useFormat();
  const hours = useWatch({ control: form.control, name: "engineHours" });
  if (hours.kind !== "limited") return null;
  const end = sumFollowing(hours.startHours, hours.limit);
  return (
    <FieldGrid columns={3}>
      <WholeField control={form.control} name="engineHours.startHours" label="Hours at start" unit="h" />
      {plan.mayChange.includes("engineHours") ? (
        <WholeField control={form.control} name="engineHours.limit" label="Hours limit" unit="h" />
      ) : (
        <ComputedField
          label="Hours limit"
          value={hours.limit === null ? "" : format.whole(hours.limit)}
          unit="h"
        />
      )}
      <ComputedField label="Ends at" value={end === null ? "" : format.whole(end)} unit="h" />
    </FieldGrid>
  );
}

/** What the plan gives, in words. */
function WhatItGives() {
  const { form } = useContractFormState();
  const format = useFormat();
  const [coverage, allowances, waitingDays] = useWatch({
    control: form.control,
    name: ["coverage", "allowances", "waitingDays"],
  });
  const covered = coverage.filter(({ treatment }) => treatment === "COVERED").map(lineName);
  const excluded = coverage.filter(({ treatment }) => treatment === "EXCLUDED").map(lineName);
  const services = allowances.map((line) => `${line.quantity} × ${lineName(line)}`);
  const lines = [
    { label: "Services", value: services },
    { label: "Covered", value: covered },
    { label: "Not covered", value: excluded },
    { label: "Waiting period", value: waitingDays ? [format.days(waitingDays)] : [] },
  ].filter(({ value }) => value.length > 0);
  return (
    <dl className={classes.promise}>
      {lines.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value.join(", ")}</dd>
        </div>
      ))}
    </dl>
  );
}
