"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { FixedNote } from "./fixed-note.tsx";
import classes from "./form.module.css";
import { unitOf } from "./form-record.ts";
import { emptyAllowance } from "./form-values.ts";
import { LineBox } from "./line-box.tsx";
import { useSectionState } from "./use-section-state.ts";

/** The services it includes. When they are due is a schedule, not a bar. */
export function AllowancesSection() {
  const { form, fixed } = useContractFormState();
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "allowances" });
  const state = useSectionState(["allowances"], fields.length > 0);
  const reason = fixed("allowances");
  return (
    <FormSection
      title="Allowances"
      note={fields.length === 0 ? "no services included" : `${fields.length} included`}
      state={state}
    >
      <FixedNote reason={reason} />
      {fields.map((line, index) => (
        <AllowanceFields key={line.id} index={index} reason={reason} onRemove={() => remove(index)} />
      ))}
      {reason === undefined && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => append({ ...emptyAllowance }, { focusName: `allowances.${fields.length}.code` })}
          >
            Service
          </Button>
        </div>
      )}
    </FormSection>
  );
}

type LineProps = { index: number; reason: string | undefined; onRemove: () => void };

function AllowanceFields({ index, reason, onRemove }: LineProps) {
  const { form, around } = useContractFormState();
  const { control } = form;
  const line = useWatch({ control, name: `allowances.${index}` });
  const distance = useWatch({ control, name: "distance" });
  const unit = line?.distanceUnit ?? unitOf({ distance }, around);
  const shared = { control, readOnlyReason: reason && "" };
  return (
    <LineBox label={`Service ${index + 1}`} onRemove={reason === undefined ? onRemove : null}>
      <div className={classes.lineBelow}>
        <TextField {...shared} name={`allowances.${index}.code`} label="Code" mono />
        <TextField {...shared} name={`allowances.${index}.description`} label="Description" emptyAsNull />
        <WholeField {...shared} name={`allowances.${index}.quantity`} label="Quantity" />
        <WholeField {...shared} name={`allowances.${index}.dueAfterMonths`} label="Due after" unit="months" />
        <WholeField
          {...shared}
          name={`allowances.${index}.dueAfterDistance`}
          label="Or after"
          unit={unitWord(unit)}
        />
      </div>
    </LineBox>
  );
}
