"use client";

import { Checkbox, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { type Control, type FieldPath, type FieldValues, useController } from "react-hook-form";
import { ChoiceGroup, ChoiceLines } from "../../ui/fields/choice-group.tsx";
import { useDesk } from "../session/desk-context.tsx";
import type { Grant } from "./grant.ts";
import classes from "./grant-field.module.css";

type GrantFieldProps<Values extends FieldValues> = {
  // any: the third parameter is the type after the schema, which a field does not look at
  // biome-ignore lint/suspicious/noExplicitAny: see above
  control: Control<Values, any, any>;
  /** Where the form holds a `Grant`. */
  name: FieldPath<Values>;
  /** An administrator has all stores; there is nothing to choose. */
  isAdministrator: boolean;
};

/** From how many stores on one seeks among them. */
const many = 12;
const unitWords = { MI: "miles", KM: "kilometres" } as const;

/** The stores that somebody or a program works in: all, those added later too, or some. Each with its currency and unit. */
export function GrantField<Values extends FieldValues>(props: GrantFieldProps<Values>) {
  const { control, name, isAdministrator } = props;
  const { stores } = useDesk();
  const { field, fieldState } = useController({ control, name });
  const [sought, setSought] = useState("");
  const grant: Grant = field.value;
  const error = fieldState.error?.message;
  const all = stores.map(({ storeId }) => storeId);
  const shown = stores.filter(({ name }) => name.toLowerCase().includes(sought.trim().toLowerCase()));
  const change = (next: Grant) => field.onChange(next);
  const tick = (storeId: string, isOn: boolean) => {
    // out of all stores one is taken: the others stay
    const from = grant.all ? all : grant.ids;
    change({ all: false, ids: isOn ? [...from, storeId] : from.filter((other) => other !== storeId) });
  };

  return (
    <ChoiceGroup legend="Stores" error={error}>
      {isAdministrator ? (
        <p className={classes.allStores}>All stores, those added later too.</p>
      ) : (
        <>
          {stores.length > many && (
            <TextInput
              type="search"
              aria-label="Search stores"
              placeholder="Store"
              autoComplete="off"
              leftSection={<IconSearch size={16} stroke={1.75} />}
              value={sought}
              onChange={(event) => setSought(event.currentTarget.value)}
            />
          )}
          <ChoiceLines isFaulty={error !== undefined}>
            <StoreRow
              name="All stores"
              note="those added later too"
              checked={grant.all}
              inputRef={field.ref}
              onBlur={field.onBlur}
              onChange={(isOn) => change({ ...grant, all: isOn })}
            />
            {shown.map(({ storeId, name, currency, distanceUnit }) => (
              <StoreRow
                key={storeId}
                name={name}
                note={`${currency}, ${unitWords[distanceUnit]}`}
                checked={grant.all || grant.ids.includes(storeId)}
                onBlur={field.onBlur}
                onChange={(isOn) => tick(storeId, isOn)}
              />
            ))}
          </ChoiceLines>
        </>
      )}
    </ChoiceGroup>
  );
}

type StoreRowProps = {
  name: string;
  note: string;
  checked: boolean;
  inputRef?: (input: HTMLInputElement | null) => void;
  onBlur: () => void;
  onChange: (isOn: boolean) => void;
};

/** A store to tick; the whole line is its label. */
const StoreRow = ({ name, note, checked, inputRef, onBlur, onChange }: StoreRowProps) => (
  // biome-ignore lint/a11y/noLabelWithoutControl: the checkbox in it is one
  <label className={classes.store}>
    <Checkbox
      {...(inputRef && { ref: inputRef })}
      checked={checked}
      onBlur={onBlur}
      onChange={(event) => onChange(event.currentTarget.checked)}
    />
    <span className={classes.storeName}>{name}</span>
    <span className={classes.storeNote}>{note}</span>
  </label>
);
