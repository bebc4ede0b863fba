"use client";

import { Combobox, InputBase, Loader, useCombobox } from "@mantine/core";
import { IconPlus, IconSelector } from "@tabler/icons-react";
import { useState } from "react";
import type { Option } from "./choice-fields.tsx";
import classes from "./fields.module.css";
import type { ListInputProps } from "./later-field.tsx";
import { takeMarked } from "./marked-option.ts";
import { useFirstMarked } from "./use-first-marked.ts";

export type LookupList = {
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

export type LookupFrameProps = {
  input: ListInputProps;
  name: string;
  list: LookupList;
  value: string | null;
  onChange: (id: string | null) => void;
};

const creating = "$create";

/** The list of a `LookupField`, with its input. */
export function LookupFrame({ id, input, name, list, value, onChange }: LookupFrameProps & { id: string }) {
  const { options, onSearch, isSearching, chosenLabel, create, clearable = false, onChoose } = list;
  const [typed, setTyped] = useState<string | null>(null);
  const [picked, setPicked] = useState<{ value: string; label: string } | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => combobox.resetSelectedOption() });
  useFirstMarked(combobox, Boolean(typed?.trim()) && !isSearching && options.length > 0);
  const known =
    picked?.value === value ? picked.label : options.find((option) => option.value === value)?.label;
  const shown = typed ?? (value === null ? "" : (known ?? chosenLabel ?? ""));

  const choose = (chosen: string | null) => {
    const option = options.find((candidate) => candidate.value === chosen);
    setPicked(option ? { value: option.value, label: option.label } : null);
    setTyped(null);
    onChange(chosen);
    onChoose?.(chosen);
  };
  const submit = (chosen: string) => {
    if (chosen === creating) create?.onCreate(typed ?? "");
    else choose(chosen);
    combobox.closeDropdown();
  };
  return (
    <Combobox store={combobox} onOptionSubmit={submit}>
      <Combobox.Target>
        <InputBase
          {...input}
          id={id}
          name={name}
          autoComplete="off"
          value={shown}
          rightSection={isSearching ? <Loader size={14} /> : <IconSelector size={16} stroke={1.75} />}
          rightSectionPointerEvents="none"
          onClick={() => combobox.openDropdown()}
          onBlur={() => {
            combobox.closeDropdown();
            if (typed === "" && clearable) choose(null);
            setTyped(null);
            input.onBlur();
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
          {options.map(({ value: option, label, note, disabled = false }) => (
            <Combobox.Option key={option} value={option} disabled={disabled} active={option === value}>
              <span className={classes.lookupLabel}>{label}</span>{" "}
              {note && <span className={classes.lookupNote}>{note}</span>}
            </Combobox.Option>
          ))}
          {options.length === 0 && !isSearching && (
            <Combobox.Empty>{list.nothingFound ?? "Nothing found. Try other letters."}</Combobox.Empty>
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
