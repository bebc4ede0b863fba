"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { LineBox } from "../../../ui/fields/line-box.tsx";
import { DecimalField, MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { usePlanForm, usePlanSection } from "./form-context.tsx";
import { emptyCoverage, emptyService } from "./plan-form.ts";

const Add = ({ what, onAdd }: { what: string; onAdd: () => void }) => (
  <div>
    <Button variant="default" size="xs" leftSection={<IconPlus size={14} />} onClick={onAdd}>
      {what}
    </Button>
  </div>
);

/** What the plan pays for and what it leaves out. */
export function CoverageLines() {
  const { control, getValues } = usePlanForm().form;
  const { fields, append, remove } = useFieldArray({ control, name: "coverage" });
  const state = usePlanSection(["coverage"], fields.length > 0);
  return (
    <FormSection title="Coverage" state={state}>
      {fields.map(({ id }, at) => (
        <LineBox key={id} label={`Coverage line ${at + 1}`} onRemove={() => remove(at)}>
          <CoverageLine at={at} />
        </LineBox>
      ))}
      <Add
        what="Coverage line"
        onAdd={() =>
          append(emptyCoverage(getValues("currencies")), { focusName: `coverage.${fields.length}.code` })
        }
      />
    </FormSection>
  );
}

function CoverageLine({ at }: { at: number }) {
  const { control } = usePlanForm().form;
  const [treatment, currencies] = useWatch({ control, name: [`coverage.${at}.treatment`, "currencies"] });
  return (
    <>
      <FieldGrid columns={3}>
        <TextField control={control} name={`coverage.${at}.code`} label="Code" mono />
        <TextField control={control} name={`coverage.${at}.description`} label="Description" emptyAsNull />
        <SelectField
          control={control}
          name={`coverage.${at}.treatment`}
          label="Answer"
          options={[
            { value: "COVERED", label: "Covered" },
            { value: "EXCLUDED", label: "Excluded" },
          ]}
        />
      </FieldGrid>
      {treatment === "COVERED" && (
        <FieldGrid columns={4}>
          <DecimalField
            control={control}
            name={`coverage.${at}.partsPercent`}
            label="Parts"
            unit="%"
            places={4}
          />
          <DecimalField
            control={control}
            name={`coverage.${at}.labourPercent`}
            label="Labour"
            unit="%"
            places={4}
          />
          {currencies.map((currency, place) => (
            <MoneyField
              key={currency}
              control={control}
              name={`coverage.${at}.maximum.${place}`}
              label={`At most in ${currency}`}
              placeholder="No maximum"
              currency={currency}
            />
          ))}
          <WholeField
            control={control}
            name={`coverage.${at}.endsAfterMonths`}
            label="Ends after"
            unit="months"
            placeholder="None"
          />
          <WholeField
            control={control}
            name={`coverage.${at}.endsAfter.MI`}
            label="Or after"
            unit="mi"
            placeholder="None"
          />
          <WholeField
            control={control}
            name={`coverage.${at}.endsAfter.KM`}
            label="Or after"
            unit="km"
            placeholder="None"
          />
        </FieldGrid>
      )}
    </>
  );
}

/** The services that the plan includes. When they are due is a schedule, not a bar. */
export function ServiceLines() {
  const { control } = usePlanForm().form;
  const { fields, append, remove } = useFieldArray({ control, name: "allowances" });
  const state = usePlanSection(["allowances"], fields.length > 0);
  return (
    <FormSection title="Services" state={state}>
      {fields.map(({ id }, at) => (
        <LineBox key={id} label={`Service ${at + 1}`} onRemove={() => remove(at)}>
          <FieldGrid columns={3}>
            <TextField control={control} name={`allowances.${at}.code`} label="Code" mono />
            <TextField
              control={control}
              name={`allowances.${at}.description`}
              label="Description"
              emptyAsNull
            />
            <WholeField control={control} name={`allowances.${at}.quantity`} label="Times" />
            <WholeField
              control={control}
              name={`allowances.${at}.dueAfterMonths`}
              label="Due after"
              unit="months"
            />
            <WholeField control={control} name={`allowances.${at}.dueAfter.MI`} label="Or after" unit="mi" />
            <WholeField control={control} name={`allowances.${at}.dueAfter.KM`} label="Or after" unit="km" />
          </FieldGrid>
        </LineBox>
      ))}
      <Add
        what="Service"
        onAdd={() => append(emptyService, { focusName: `allowances.${fields.length}.code` })}
      />
    </FormSection>
  );
}
