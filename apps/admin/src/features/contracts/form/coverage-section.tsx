"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { SelectField } from "../../../ui/fields/choice-fields.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { DecimalField, MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { FixedNote } from "./fixed-note.tsx";
import classes from "./form.module.css";
import { currencyOf, unitOf } from "./form-record.ts";
import { emptyCoverage } from "./form-values.ts";
import { LineBox } from "./line-box.tsx";
import { useSectionState } from "./use-section-state.ts";

/** What it pays for and what it leaves out, line by line. */
export function CoverageSection() {
  const { form, fixed } = useContractFormState();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "coverage" });
  const state = useSectionState(["coverage"], fields.length > 0);
  const reason = fixed("coverage");
  return (
    <FormSection
      title="Coverage"
      note={fields.length === 0 ? "none yet" : `${fields.length} ${fields.length === 1 ? "line" : "lines"}`}
      state={state}
    >
      <FixedNote reason={reason} />
      {fields.map((line, index) => (
        <CoverageLineFields key={line.id} index={index} reason={reason} onRemove={() => remove(index)} />
      ))}
      {reason === undefined && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => append({ ...emptyCoverage }, { focusName: `coverage.${fields.length}.code` })}
          >
            Coverage line
          </Button>
        </div>
      )}
    </FormSection>
  );
}

type LineProps = { index: number; reason: string | undefined; onRemove: () => void };

function CoverageLineFields({ index, reason, onRemove }: LineProps) {
  const { form, around } = useContractFormState();
  const { control } = form;
  const line = useWatch({ control, name: `coverage.${index}` });
  const [distance, price] = useWatch({ control, name: ["distance", "price"] });
  const unit = line?.odometerUnit ?? unitOf({ distance }, around);
  const currency = line?.currency ?? currencyOf({ price }, around);
  const isCovered = line?.treatment === "COVERED";
  const shared = { control, readOnlyReason: reason && "" };
  return (
    <LineBox label={`Coverage line ${index + 1}`} onRemove={reason === undefined ? onRemove : null}>
      <div className={classes.lineTop}>
        <TextField {...shared} name={`coverage.${index}.code`} label="Code" mono />
        <TextField {...shared} name={`coverage.${index}.description`} label="Description" emptyAsNull />
        <SelectField
          {...shared}
          name={`coverage.${index}.treatment`}
          label="Answer"
          options={[
            { value: "COVERED", label: "Covered" },
            { value: "EXCLUDED", label: "Excluded" },
          ]}
        />
      </div>
      {isCovered && (
        <div className={classes.lineBelow}>
          <DecimalField
            {...shared}
            name={`coverage.${index}.partsPercent`}
            label="Parts"
            unit="%"
            places={4}
          />
          <DecimalField
            {...shared}
            name={`coverage.${index}.labourPercent`}
            label="Labour"
            unit="%"
            places={4}
          />
          <DateField
            {...shared}
            name={`coverage.${index}.endDate`}
            label="Own end"
            placeholder="With contract"
            today={around.today}
          />
          <WholeField
            {...shared}
            name={`coverage.${index}.endOdometer`}
            label="Or at"
            placeholder="None"
            unit={unitWord(unit)}
          />
          <MoneyField
            {...shared}
            name={`coverage.${index}.maximumAmount`}
            label="Up to"
            placeholder="No maximum"
            currency={currency}
          />
        </div>
      )}
    </LineBox>
  );
}
