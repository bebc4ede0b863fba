"use client";

import { useWatch } from "react-hook-form";
import { ComputedField } from "../../../../ui/fields/computed-field.tsx";
import { FieldGrid, FormSection } from "../../../../ui/fields/form-section.tsx";
import { MoneyField } from "../../../../ui/fields/number-fields.tsx";
import { useFormat } from "../../../../ui/use-format.ts";
import { priceFollowing } from "../computed.ts";
import { useContractFormState } from "../contract-form-context.tsx";
import { currencyOf } from "../form-input.ts";
import { useSectionState } from "../use-section-state.ts";
import type { ChosenPlan } from "./chosen-plan.ts";

/** The plan's price; where it may be changed, within the plan's bounds. */
export function PlanPriceSection({ plan }: { plan: ChosenPlan }) {
  const { form, around } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const price = useWatch({ control, name: "price" });
  const currency = currencyOf({ price }, around);
  const full = priceFollowing({ ...form.getValues(), price }, around);
  const state = useSectionState(["price"], full !== null || !plan.isPriced);
  const money = (amountMinor: number | null | undefined) =>
    amountMinor === null || amountMinor === undefined ? "" : format.money({ amountMinor, currency });
  if (!plan.isPriced)
    return (
      <FormSection title="Price" state="done">
        <ComputedField label="Price" value="None: it comes with the vehicle" />
      </FormSection>
    );
  const { lowestGrossMinor: lowest, highestGrossMinor: highest } = plan;
  const range =
    lowest !== null && highest !== null
      ? `The plan allows ${money(lowest)} to ${money(highest)}.`
      : lowest !== null
        ? `The plan allows ${money(lowest)} or more.`
        : highest !== null
          ? `The plan allows up to ${money(highest)}.`
          : undefined;
  return (
    <FormSection title="Price" state={state}>
      <FieldGrid columns={3}>
        {plan.mayChange.includes("price") ? (
          <MoneyField
            control={control}
            name="price.grossMinor"
            label="Gross, VAT included"
            currency={currency}
            help={range}
          />
        ) : (
          <ComputedField label="Gross, VAT included" value={money(full?.grossMinor)} alignEnd />
        )}
        <ComputedField
          label={`VAT ${format.percent(plan.taxRate ?? 0)}`}
          value={money(full?.taxMinor)}
          alignEnd
        />
        <ComputedField label="Net" value={money(full?.netMinor)} alignEnd />
      </FieldGrid>
    </FormSection>
  );
}
