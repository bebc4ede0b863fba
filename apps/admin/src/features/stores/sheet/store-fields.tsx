"use client";

import { type ReactNode, useMemo } from "react";
import type { Control } from "react-hook-form";
import { countryOptions } from "../../../ui/countries.ts";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useLocale } from "../../../ui/locale-context.tsx";
import { currencyOptions, timeZoneOptions } from "../choices.ts";
import { fieldLabels, policyOptions, type StoreFields, systemOptions, unitOptions } from "../words.ts";

type StoreFieldsProps = {
  control: Control<StoreFields>;
  /** The time zone that is kept; "" for a new store. */
  keptZone: string;
  /** What day it is in the time zone that is chosen. */
  zoneHelp: ReactNode;
};

/** All that is kept of a store. */
export function StoreFormFields({ control, keptZone, zoneHelp }: StoreFieldsProps) {
  const locale = useLocale();
  const countries = useMemo(() => countryOptions(locale), [locale]);
  const currencies = useMemo(() => currencyOptions(locale), [locale]);
  const zones = useMemo(() => timeZoneOptions(keptZone), [keptZone]);
  return (
    <>
      <TextField control={control} name="name" label={fieldLabels.name} required />
      <SelectField
        control={control}
        name="country"
        label={fieldLabels.country}
        options={countries}
        required
      />
      <SelectField
        control={control}
        name="timeZone"
        label={fieldLabels.timeZone}
        help={zoneHelp}
        options={zones}
        required
      />
      <SelectField
        control={control}
        name="currency"
        label={fieldLabels.currency}
        help="Proposed for new contracts. Those already made keep theirs."
        options={currencies}
        required
      />
      <ChoiceField
        control={control}
        name="distanceUnit"
        label={fieldLabels.distanceUnit}
        help="Proposed for new contracts and readings. Those already made keep theirs."
        columns={2}
        options={unitOptions}
        required
      />
      <ChoiceField
        control={control}
        name="vinPolicy"
        label={fieldLabels.vinPolicy}
        options={policyOptions}
        required
      />
      <SelectField
        control={control}
        name="system"
        label={fieldLabels.system}
        help="What the store runs on besides this register."
        options={systemOptions}
        required
      />
    </>
  );
}
