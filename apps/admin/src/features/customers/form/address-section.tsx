"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useMemo } from "react";
import { type UseFormReturn, useFieldArray, useFormState, useWatch } from "react-hook-form";
import { countryOptions } from "../../../ui/countries.ts";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { LineBox } from "../../../ui/fields/line-box.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextAreaField } from "../../../ui/fields/text-area-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./form.module.css";
import { type CustomerForm, emptyAddress, isWritten, mostAddresses } from "./form-values.ts";
import { labels } from "./labels.ts";

/** Where the customer lives or works; a new address begins in the country of the store. */
export function AddressSection({ form: { control } }: { form: UseFormReturn<CustomerForm> }) {
  const { store, stores } = useDesk();
  const { fields, append, remove } = useFieldArray({ control, name: "addresses" });
  const { errors } = useFormState({ control });
  const addresses = useWatch({ control, name: "addresses" });
  const state = errors.addresses ? "faulty" : addresses.some(isWritten) ? "done" : "open";
  const country = (store ?? stores[0])?.country ?? null;
  return (
    <FormSection title="Address" note={fields.length === 0 ? "none is known" : undefined} state={state}>
      {fields.map((line, index) => (
        <LineBox key={line.id} label={`Address ${index + 1}`} onRemove={() => remove(index)}>
          <AddressFields control={control} index={index} />
        </LineBox>
      ))}
      {fields.length < mostAddresses && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => append(emptyAddress(country), { focusName: `addresses.${fields.length}.street` })}
          >
            {fields.length === 0 ? "Address" : "Another address"}
          </Button>
        </div>
      )}
    </FormSection>
  );
}

type AddressFieldsProps = { control: UseFormReturn<CustomerForm>["control"]; index: number };

function AddressFields({ control, index }: AddressFieldsProps) {
  const { locale } = useFormat();
  const country = useWatch({ control, name: `addresses.${index}.country` });
  const countries = useMemo(() => {
    const known = countryOptions(locale);
    // a code that came from elsewhere and is none of them is shown as it is
    const isKnown = country === null || known.some(({ value }) => value === country);
    return isKnown ? known : [{ value: country, label: country }, ...known];
  }, [locale, country]);
  const label = (part: string) => labels[`addresses.*.${part}`];
  return (
    <>
      <TextAreaField
        control={control}
        name={`addresses.${index}.street`}
        label={label("street")}
        help="Street and number; a line each for a flat, a building or a post box."
        rows={2}
        emptyAsNull
      />
      <FieldGrid columns={3}>
        <TextField
          control={control}
          name={`addresses.${index}.postalCode`}
          label={label("postalCode")}
          emptyAsNull
        />
        <TextField control={control} name={`addresses.${index}.city`} label={label("city")} emptyAsNull />
        <SelectField
          control={control}
          name={`addresses.${index}.country`}
          label={label("country")}
          options={countries}
          clearable
        />
      </FieldGrid>
    </>
  );
}
