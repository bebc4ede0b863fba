"use client";

import type { DistanceUnit, Readings } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { hoursHint, odometerHint, type ReadingHint } from "./reading-hints.ts";
import classes from "./readings.module.css";
import { sources } from "./source-words.ts";
import type { ReadingFormReturn } from "./use-reading-form.ts";

type ReadingFieldsProps = {
  form: ReadingFormReturn;
  /** Null while they are not read. */
  readings: Readings | null;
  hasMeter: boolean;
  today: string;
};

const units: { value: DistanceUnit; label: string }[] = [
  { value: "KM", label: "km" },
  { value: "MI", label: "mi" },
];

/** The figures, when and by whom they were read, and what they mean beside the readings before. */
export function ReadingFields({ form, readings, hasMeter, today }: ReadingFieldsProps) {
  const format = useFormat();
  const { control } = form;
  const { odometer, hours, unit, date, correction, hoursCorrection } = useWatch({ control });
  const day = date ?? today;
  const ofOdometer =
    readings && odometerHint(readings, { value: numberOf(odometer), unit: unit ?? "KM", date: day }, format);
  const ofHours = readings && hoursHint(readings, { value: numberOf(hours), date: day }, format);
  return (
    <>
      <div className={classes.reading}>
        <WholeField
          control={control}
          name="odometer"
          label="Odometer"
          unit={unitWord(unit ?? "KM")}
          help={ofOdometer?.help}
          required={!hasMeter}
          autoFocus
        />
        <SelectField control={control} name="unit" label="Unit" options={units} />
      </div>
      {ofOdometer?.jump && !correction && <Unusual text={ofOdometer.jump} />}
      <CheckboxField
        control={control}
        name="correction"
        label="It corrects an earlier reading"
        help={correction && correctionWords(ofOdometer)}
      />
      {hasMeter && (
        <>
          <WholeField control={control} name="hours" label="Engine hours" unit="h" help={ofHours?.help} />
          {ofHours?.jump && !hoursCorrection && <Unusual text={ofHours.jump} />}
          {typeof hours === "number" && (
            <CheckboxField
              control={control}
              name="hoursCorrection"
              label="It corrects earlier engine hours"
              help={hoursCorrection && correctionWords(ofHours)}
            />
          )}
        </>
      )}
      <FieldGrid columns={2}>
        <DateField control={control} name="date" label="Read on" today={today} required />
        <SelectField control={control} name="source" label="Read by" options={sources} />
      </FieldGrid>
    </>
  );
}

const numberOf = (value: unknown): number | null => (typeof value === "number" ? value : null);

const Unusual = ({ text }: { text: string }) => (
  <Notice tone="amber" title="Unusually high." live>
    {text}
  </Notice>
);

function correctionWords(hint: ReadingHint | null): string {
  const withdrawn = hint?.withdraws ?? [];
  if (withdrawn.length === 0) return "No earlier reading contradicts it.";
  const named = withdrawn.slice(0, 3).join("; ");
  const more = withdrawn.length > 3 ? ` and ${withdrawn.length - 3} more` : "";
  return `Puts right ${named}${more}.`;
}
