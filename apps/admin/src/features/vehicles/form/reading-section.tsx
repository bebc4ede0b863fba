"use client";

import { useFormState, useWatch } from "react-hook-form";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { sources } from "../readings/source-words.ts";
import { formLabels } from "./labels.ts";
import { useVehicleFormState } from "./vehicle-form-context.tsx";

/** What the odometer says when it is entered. Later ones are recorded on its page. */
export function ReadingSection() {
  const { form, around } = useVehicleFormState();
  const { control } = form;
  const { errors } = useFormState({ control });
  const [odometer, hours] = useWatch({ control, name: ["reading.odometer", "reading.hours"] });
  const isDone = odometer !== null || hours !== null;
  return (
    <FormSection
      title="First reading"
      note="may be recorded later"
      state={errors.reading ? "faulty" : isDone ? "done" : "open"}
    >
      <FieldGrid columns={4}>
        <WholeField
          control={control}
          name="reading.odometer"
          label={formLabels["reading.odometer"]}
          unit={around.unit.toLowerCase()}
        />
        <WholeField control={control} name="reading.hours" label={formLabels["reading.hours"]} unit="h" />
        <DateField
          control={control}
          name="reading.date"
          label={formLabels["reading.date"]}
          today={around.today}
        />
        <SelectField
          control={control}
          name="reading.source"
          label={formLabels["reading.source"]}
          options={sources}
        />
      </FieldGrid>
    </FormSection>
  );
}
