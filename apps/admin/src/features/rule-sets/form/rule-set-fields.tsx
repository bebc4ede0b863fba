"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type Control, useFieldArray, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { LineBox } from "../../../ui/fields/line-box.tsx";
import { DecimalField, MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { SwitchField } from "../../../ui/fields/switch-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useLocale } from "../../../ui/locale-context.tsx";
import classes from "../rule-sets.module.css";
import { basisOptions, feeOptions, methodOptions } from "../words.ts";
import { currencyChoices } from "./currency-choices.ts";
import type { RuleSetValues } from "./rule-set-values.ts";

type FieldsProps = { control: Control<RuleSetValues>; isNew: boolean; currency: string };

/** What a rule set says, part by part. */
export function RuleSetFields({ control, isNew, currency }: FieldsProps) {
  const method = useWatch({ control, name: "method" });
  return (
    <>
      <section className={classes.part}>
        <FieldGrid columns={2}>
          <TextField control={control} name="name" label="Name" emptyAsNull required />
          {isNew && (
            <TextField
              control={control}
              name="code"
              label="Code"
              help="It stays: contracts and plans name it."
              mono
              emptyAsNull
              required
            />
          )}
        </FieldGrid>
        <TextField control={control} name="note" label="Why this version" emptyAsNull />
      </section>
      <section className={classes.part}>
        <ChoiceField control={control} name="method" label="Method" options={methodOptions} columns={2} />
        <FieldGrid columns={2}>
          {method === "PRO_RATA" && (
            <SelectField control={control} name="basis" label="Share counted" options={basisOptions} />
          )}
          <WholeField
            control={control}
            name="freeLookDays"
            label="Free look"
            unit="days"
            help="All that was paid, while nothing is used."
          />
        </FieldGrid>
      </section>
      {method === "PRO_RATA" && (
        <section className={classes.part}>
          <h2>
            Kept back<span>share of the price not used, by who cancels</span>
          </h2>
          <FieldGrid columns={3}>
            <DecimalField control={control} name="customer" label="Customer" unit="%" places={4} />
            <DecimalField control={control} name="provider" label="Provider" unit="%" places={4} />
            <DecimalField control={control} name="dealer" label="Dealer" unit="%" places={4} />
          </FieldGrid>
        </section>
      )}
      <FeePart control={control} currency={currency} />
      <section className={classes.part}>
        <SwitchField control={control} name="deductClaims" label="Take off claims paid" />
      </section>
    </>
  );
}

function FeePart({ control, currency }: Pick<FieldsProps, "control" | "currency">) {
  const kind = useWatch({ control, name: "feeKind" });
  return (
    <section className={classes.part}>
      <h2>
        Fee<span>from a customer who cancels; none when the provider or the dealer does</span>
      </h2>
      <FieldGrid columns={3}>
        <SelectField control={control} name="feeKind" label="Kind" options={feeOptions} />
        {kind === "PERCENT" && (
          <DecimalField control={control} name="feePercent" label="Of the price" unit="%" places={4} />
        )}
        {kind !== "NONE" && (
          <DecimalField control={control} name="feeTax" label="VAT on the fee" unit="%" places={4} />
        )}
      </FieldGrid>
      {kind !== "NONE" && <Amounts control={control} currency={currency} isCap={kind === "PERCENT"} />}
    </section>
  );
}

type AmountsProps = Pick<FieldsProps, "control" | "currency"> & { isCap: boolean };

/** The fee, or what it is at most, a line a currency: an amount counts in its own currency alone. */
function Amounts({ control, currency, isCap }: AmountsProps) {
  const locale = useLocale();
  const { fields, append, remove } = useFieldArray({ control, name: "amounts" });
  const amounts = useWatch({ control, name: "amounts" });
  return (
    <>
      <div className={classes.amounts}>
        {fields.map((line, index) => (
          <LineBox
            key={line.id}
            label={`Amount ${index + 1}`}
            onRemove={fields.length > 1 ? () => remove(index) : null}
          >
            <FieldGrid columns={2}>
              <MoneyField
                control={control}
                name={`amounts.${index}.amount`}
                label={isCap ? "At most" : "Amount"}
                currency={amounts[index]?.currency ?? currency}
              />
              <SelectField
                control={control}
                name={`amounts.${index}.currency`}
                label="Currency"
                options={currencyChoices(locale)}
                searchable
              />
            </FieldGrid>
          </LineBox>
        ))}
      </div>
      <div>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => append({ currency: null, amount: null })}
        >
          Another currency
        </Button>
      </div>
      <p className={classes.hint}>
        Amounts are not converted: a contract in a currency that is not named here gets no quote while a fee
        is due.
      </p>
    </>
  );
}
