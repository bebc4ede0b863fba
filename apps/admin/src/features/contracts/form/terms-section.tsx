"use client";

import { lastDate } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { ComputedField } from "../../../ui/fields/computed-field.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { monthsWord } from "../term-words.ts";
import { endFollowing, endsTooLate, lengthFollowing } from "./computed.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { DistanceFields } from "./distance-fields.tsx";
import { HoursFields } from "./hours-fields.tsx";
import { OverlapNotice } from "./overlap-notice.tsx";
import { useSectionState } from "./use-section-state.ts";

const fields = [
  "saleDate",
  "startDate",
  "endBy",
  "termMonths",
  "endDate",
  "waitingDays",
  "awaitingProvider",
  "distance",
  "engineHours",
];

/** When it was sold, from when to when, and how far. What is computed follows while one types. */
export function TermsSection() {
  const { form, around, fixed } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const [startDate, endBy, termMonths, endDate, distanceKind, limit] = useWatch({
    control,
    name: ["startDate", "endBy", "termMonths", "endDate", "distance.kind", "distance.limit"],
  });
  const end = endFollowing({ startDate, endBy, termMonths, endDate });
  const length = lengthFollowing({ startDate, endDate });
  const lengthText =
    length === null ? "" : "months" in length ? monthsWord(length.months, format) : format.days(length.days);
  const isDone =
    startDate !== null &&
    (end !== null || endBy === "open") &&
    (distanceKind !== "limited" || limit !== null);
  const state = useSectionState(fields, isDone);
  return (
    <FormSection title="Terms" state={state}>
      <FieldGrid columns={4}>
        <DateField
          control={control}
          name="saleDate"
          label="Sold on"
          today={around.today}
          readOnlyReason={fixed("saleDate")}
        />
        <DateField
          control={control}
          name="startDate"
          label="Starts on"
          today={around.today}
          readOnlyReason={fixed("startDate")}
        />
        <SelectField
          control={control}
          name="endBy"
          label="Ends"
          options={[
            { value: "term", label: "After a term" },
            { value: "date", label: "On a date" },
            { value: "open", label: "Open-ended" },
          ]}
          readOnlyReason={fixed("openEnded")}
        />
        {endBy === "term" && (
          <>
            <WholeField
              control={control}
              name="termMonths"
              label="Term"
              unit="months"
              readOnlyReason={fixed("termMonths")}
            />
            <ComputedField
              label="Ends on"
              value={end === null ? "" : format.date(end)}
              help={
                endsTooLate({ startDate, endBy, termMonths }) &&
                `After ${format.date(lastDate)}, the last day there is. Shorten the term.`
              }
            />
          </>
        )}
        {endBy === "date" && (
          <>
            <DateField
              control={control}
              name="endDate"
              label="Ends on"
              today={around.today}
              baseDate={startDate}
              readOnlyReason={fixed("endDate")}
            />
            <ComputedField label="Lasts" value={lengthText} />
          </>
        )}
        {endBy === "open" && <ComputedField label="Ends on" value="No last day" />}
        <WholeField
          control={control}
          name="waitingDays"
          label="Waiting period"
          unit="days"
          placeholder="None"
          readOnlyReason={fixed("waitingDays")}
        />
      </FieldGrid>
      <OverlapNotice end={end} />
      <DistanceFields />
      <HoursFields />
      <CheckboxField
        control={control}
        name="awaitingProvider"
        label="Awaits the provider’s acceptance"
        help="It stays pending until the acceptance is recorded."
        readOnlyReason={fixed("awaitingProvider")}
      />
    </FormSection>
  );
}
