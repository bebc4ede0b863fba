"use client";

import { useWatch } from "react-hook-form";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { DecimalField, MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { currencyOf, unitOf } from "./form-input.ts";
import { emptyCoverage } from "./form-values.ts";
import { LinesSection } from "./lines-section.tsx";
import { TypedInNotice } from "./store-notices.tsx";

/** What it pays for and what it leaves out, line by line. */
export const CoverageSection = () => (
  <LinesSection
    name="coverage"
    title="Coverage"
    note={(count) => (count === 0 ? "none yet" : `${count} ${count === 1 ? "line" : "lines"}`)}
    lineName="Coverage line"
    empty={emptyCoverage}
    line={(index, readOnlyReason) => <CoverageLineFields index={index} readOnlyReason={readOnlyReason} />}
  />
);

type LineProps = { index: number; readOnlyReason: string | undefined };

function CoverageLineFields({ index, readOnlyReason }: LineProps) {
  const { form, around } = useContractFormState();
  const { control } = form;
  const line = useWatch({ control, name: `coverage.${index}` });
  const [distance, price] = useWatch({ control, name: ["distance", "price"] });
  const unit = line?.odometerUnit ?? unitOf({ distance }, around);
  const currency = line?.currency ?? currencyOf({ price }, around);
  const isCovered = line?.treatment === "COVERED";
  const shared = { control, readOnlyReason };
  return (
    <>
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
      {isCovered && line && (
        <TypedInNotice amount={line.maximumAmount} currency={currency} typedIn={line.typedIn} />
      )}
    </>
  );
}
