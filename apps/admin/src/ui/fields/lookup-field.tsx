"use client";

import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { IconPlus, IconSelector } from "@tabler/icons-react";
import { useState } from "react";
import { type FieldValues, useController } from "react-hook-form";
import type { Option } from "./choice-fields.tsx";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import classes from "./fields.module.css";
import { takeMarked } from "./marked-option.ts";
import { useFirstMarked } from "./use-first-marked.ts";

type LookupFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** What the server found for the text last sought. */
  options: readonly Option[];
  /** Called with each text typed; the caller defers and asks. */
  onSearch: (text: string) => void;
  /** The options are not those of the text yet. */
  isSearching: boolean;
  /** The words of the value, when it is not among the options (a form opened with a value). */
  chosenLabel?: string | null;
  nothingFound?: string;
  create?: { label: (text: string) => string; onCreate: (text: string) => void };
  clearable?: boolean;
  onChoose?: (id: string | null) => void;
};

const creating = "$create";

/** One of many, found by typing: a customer, a vehicle, a provider. The form's value is its id, or null. */
export function LookupField<Values extends FieldValues>(props: LookupFieldProps<Values>) {
  const {
    control,
    name,
    options,
    onSearch,
    isSearching,
    chosenLabel,
    create,
    clearable = false,
    onChoose,
  } = props;
  const { field, fieldState } = useController({ control, name });
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useFirstMarked(combobox, Boolean(typed?.trim()) && !isSearching && options.length > 0);
  const value = typeof field.value === "string" ? field.value : null;
  const known =
    picked?.value === value ? picked.label : options.find((option) => option.value === value)?.label;
  const shown = typed ?? (value === null ? "" : (known ?? chosenLabel ?? ""));

  const choose = (id: string | null) => {
    const option = options.find((candidate) => candidate.value === id);
    setPicked(option ? { value: option.value, label: option.label } : null);
    setTyped(null);
    field.onChange(id);
    onChoose?.(id);
  };
  const submit = (id: string) => {
    if (id === creating) create?.onCreate(typed ?? "");
    else choose(id);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit} disabled={props.readOnlyReason !== undefined}>
      <Combobox.Target>
        <InputBase
          {...wrapperProps(props, fieldState.error?.message)}
          name={name}
          ref={field.ref}
          autoComplete="off"
          value={shown}
          rightSection={
            props.readOnlyReason !== undefined ? null : isSearching ? (
              <Loader size={14} />
            ) : (
              <IconSelector size={16} stroke={1.75} />
            )
          }
          rightSectionPointerEvents="none"
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            if (typed === "" && clearable) choose(null);
            setTyped(null);
            field.onBlur();
          }}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            onSearch(event.currentTarget.value);
            combobox.openDropdown();
            combobox.resetSelectedOption();
          }}
          onKeyDown={(event) => {
            if (event.key === "Tab" && typed?.trim()) takeMarked(event.currentTarget);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={280} className={classes.lookupOptions}>
          {options.map(({ value: id, label, note, disabled = false }) => (
            <Combobox.Option key={id} value={id} disabled={disabled} active={id === value}>
              <span className={classes.lookupLabel}>{label}</span>{" "}
              {note && <span className={classes.lookupNote}>{note}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && !isSearching && (
            <Combobox.Empty>{props.nothingFound ?? "Nothing found. Try other letters."}</Combobox.Empty>
          )}
          {create && (
            <Combobox.Option value={creating}>
              <span className={classes.lookupCreate}>
                <IconPlus size={14} aria-hidden /> {create.label(typed ?? "")}
              </span>
            </Combobox.Option>
          )}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}
