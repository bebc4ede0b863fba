"use client";

import { Select } from "@mantine/core";
import type { KeyboardEvent } from "react";
import type { Option } from "./choice-fields.tsx";
import classes from "./fields.module.css";
import type { ListInputProps } from "./later-field.tsx";
import { takeTyped } from "./marked-option.ts";

export type SelectFrameProps = {
  input: ListInputProps;
  name: string;
  options: readonly Option[];
  clearable: boolean;
  searchable: boolean;
  value: string | null;
  onChange: (value: string | null) => void;
};

/** Take what was typed; Tab goes on then. */
const takingKeys = new Set(["Enter", "Tab"]);

/** The list of a `SelectField`, with its input. */
export function SelectFrame({ id, input, ...props }: SelectFrameProps & { id: string }) {
  const { name, options, clearable, searchable, value, onChange } = props;
  const chosen = options.find((option) => option.value === value);
  const notes = new Map(options.map((option) => [option.value, option.note]));
  return (
    <Select
      {...input}
      id={id}
      data={options.map(({ value: option, label, disabled = false }) => ({ value: option, label, disabled }))}
      clearable={clearable}
      searchable={searchable}
      allowDeselect={clearable}
      // a fault that focuses the field must not cover the page with its options
      openOnFocus={false}
      selectFirstOptionOnChange={searchable}
      wrapperProps={{
        // before the library's own keys
        onKeyDownCapture: (event: KeyboardEvent) => {
          const box = event.target;
          if (!searchable || !(box instanceof HTMLInputElement) || event.nativeEvent.isComposing) return;
          const isTyped = box.value !== "" && box.value !== chosen?.label;
          const isTaken = isTyped && takingKeys.has(event.key) && !event.ctrlKey && !event.metaKey;
          if (!isTaken || !takeTyped(box) || event.key === "Tab") return;
          event.preventDefault();
          event.stopPropagation();
        },
      }}
      name={name}
      value={value}
      onChange={onChange}
      renderOption={({ option }) => (
        <span>
          {/* the blank parts them for those who hear them */}
          {option.label}{" "}
          {notes.get(option.value) && <span className={classes.optionNote}>{notes.get(option.value)}</span>}
        </span>
      )}
    />
  );
}
