"use client";

import { useWatch } from "react-hook-form";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { unitOf } from "./form-input.ts";
import { emptyAllowance } from "./form-values.ts";
import { LinesSection } from "./lines-section.tsx";

/** The services it includes. When they are due is a schedule, not a bar. */
export const AllowancesSection = () => (
  <LinesSection
    name="allowances"
    title="Allowances"
    note={(count) => (count === 0 ? "no services included" : `${count} included`)}
    lineName="Service"
    empty={emptyAllowance}
    line={(index, readOnlyReason) => <AllowanceFields index={index} readOnlyReason={readOnlyReason} />}
  />
);

type LineProps = { index: number; readOnlyReason: string | undefined };

function AllowanceFields({ index, readOnlyReason }: LineProps) {
  const { form, around } = useContractFormState();
  const { control } = form;
  const line = useWatch({ control, name: `allowances.${index}` });
  const distance = useWatch({ control, name: "distance" });
  const unit = line?.distanceUnit ?? unitOf({ distance }, around);
  const shared = { control, readOnlyReason };
  return (
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
  );
}
