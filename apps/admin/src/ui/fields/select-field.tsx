"use client";

import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import type { Option } from "./choice-fields.tsx";
import { faultWords } from "./fault-words.ts";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import { laterField } from "./later-field.tsx";
import type { SelectFrameProps } from "./select-frame.tsx";

type SelectFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  options: readonly Option[];
  clearable?: boolean;
  /** Typing narrows the options: for more than ten. */
  searchable?: boolean;
  /** Told of what was chosen, once the form has it: for fields that follow this one. */
  onChosen?: (value: string | null) => void;
};

const SelectFrame = laterField<SelectFrameProps>(
  () => import("./select-frame.tsx").then((loaded) => loaded.SelectFrame),
  ({ options, value, searchable, clearable, onChange }) => ({
    words: options.find((option) => option.value === value)?.label ?? "",
    isTyped: searchable,
    role: "combobox",
    onClear: clearable && value !== null ? () => onChange(null) : undefined,
    onTake: (text) => {
      const found = firstWith(text, options);
      if (found) onChange(found.value);
    },
  }),
);

/** One of a list that is known beforehand; null where nothing is chosen. */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { control, name, options, clearable = false, searchable = options.length > 10, onChosen } = props;
  const { field, fieldState } = useController({ control, name });
  const locale = useLocale();
  const message = fieldState.error?.message;
  const isFixed = props.readOnlyReason !== undefined;
  return (
    <SelectFrame
      input={{
        ...wrapperProps(props, message && faultWords(message, field.value, locale)),
        ref: field.ref,
        onBlur: field.onBlur,
      }}
      name={name}
      options={options}
      clearable={clearable && !isFixed}
      searchable={searchable && !isFixed}
      value={typeof field.value === "string" ? field.value : null}
      onChange={(value) => {
        field.onChange(value);
        onChosen?.(value);
      }}
    />
  );
}

const plain = (text: string) => text.trim().toLowerCase();

/** The first option that the list would show for what was typed. */
const firstWith = (text: string, options: readonly Option[]) =>
  options.find(({ label, disabled = false }) => !disabled && plain(label).includes(plain(text)));
