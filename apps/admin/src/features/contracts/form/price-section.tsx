"use client";

import { Button } from "@mantine/core";
import { useWatch } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { ComputedField } from "../../../ui/fields/computed-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { DecimalField, MoneyField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { deductibleOptions } from "../deductible-options.ts";
import { priceFollowing } from "./computed.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { currencyOf } from "./form-input.ts";
import { TypedInNotice } from "./store-notices.tsx";
import { useSectionState } from "./use-section-state.ts";

/** Gross or net is entered with the rate; the rest follows, half up to the minor unit. */
export function PriceSection() {
  const { form, around, fixed } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const price = useWatch({ control, name: "price" });
  const currency = currencyOf({ price }, around);
  const full = priceFollowing({ ...form.getValues(), price }, around);
  const state = useSectionState(["price"], full !== null);
  const reason = fixed("price");
  const isGross = price.basis === "gross";
  const money = (amountMinor: number | undefined) =>
    amountMinor === undefined ? "" : format.money({ amountMinor, currency });
  const turn = () => {
    const other = (isGross ? full?.netMinor : full?.grossMinor) ?? null;
    form.setValue(isGross ? "price.netMinor" : "price.grossMinor", other);
    form.setValue("price.basis", isGross ? "net" : "gross");
  };
  return (
    <FormSection
      title="Price"
      state={state}
      note={
        reason === undefined && (
          <Button variant="transparent" size="compact-sm" className={classes.linkButton} onClick={turn}>
            {isGross ? "Enter net instead" : "Enter gross instead"}
          </Button>
        )
      }
    >
      <FieldGrid columns={4}>
        {isGross ? (
          <MoneyField
            key="gross"
            control={control}
            name="price.grossMinor"
            label="Gross, VAT included"
            currency={currency}
            readOnlyReason={reason}
          />
        ) : (
          <MoneyField
            key="net"
            control={control}
            name="price.netMinor"
            label="Net, without VAT"
            currency={currency}
            readOnlyReason={reason}
          />
        )}
        <DecimalField
          control={control}
          name="price.taxRate"
          label="VAT rate"
          unit="%"
          places={4}
          placeholder="0"
          readOnlyReason={reason && ""}
        />
        <ComputedField label="VAT" value={money(full?.taxMinor)} alignEnd />
        {isGross ? (
          <ComputedField label="Net" value={money(full?.netMinor)} alignEnd />
        ) : (
          <ComputedField label="Gross" value={money(full?.grossMinor)} alignEnd />
        )}
      </FieldGrid>
      <TypedInNotice
        amount={isGross ? price.grossMinor : price.netMinor}
        currency={currency}
        typedIn={price.typedIn}
      />
    </FormSection>
  );
}

/** What the customer pays first. */
export function DeductibleSection() {
  const { form, around, fixed } = useContractFormState();
  const { control } = form;
  const [deductible, price] = useWatch({ control, name: ["deductible", "price"] });
  const state = useSectionState(["deductible"], deductible.kind === "NONE" || deductible.amount !== null);
  const reason = fixed("deductible");
  const has = deductible.kind !== "NONE";
  const currency = deductible.currency ?? currencyOf({ price }, around);
  return (
    <FormSection title="Excess" note="what the customer pays first" state={state}>
      <FieldGrid columns={3}>
        <SelectField
          control={control}
          name="deductible.kind"
          label="Excess"
          options={deductibleOptions}
          readOnlyReason={reason}
        />
        {has && (
          <MoneyField
            control={control}
            name="deductible.amount"
            label="Amount"
            currency={currency}
            readOnlyReason={reason && ""}
          />
        )}
      </FieldGrid>
      {has && <TypedInNotice amount={deductible.amount} currency={currency} typedIn={deductible.typedIn} />}
      {has && (
        <CheckboxField
          control={control}
          name="deductible.waivedAtSellingStore"
          label="Not asked for at the selling store"
          readOnlyReason={reason && ""}
        />
      )}
    </FormSection>
  );
}
