"use client";

import { Radio, Select } from "@mantine/core";
import type { KeyboardEvent, ReactNode } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import classes from "./fields.module.css";
import { takeTyped } from "./marked-option.ts";

export type Option = { value: string; label: string; note?: string; disabled?: boolean };

type SelectFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  options: readonly Option[];
  clearable?: boolean;
  /** Typing narrows the options: for more than ten. */
  searchable?: boolean;
  /** Told of what was chosen, once the form has it: for fields that follow this one. */
  onChosen?: (value: string | null) => void;
};

/** Take what was typed; Tab goes on then. */
const takingKeys = new Set(["Enter", "Tab"]);

/** One of a list that is known beforehand; null where nothing is chosen. */
export function SelectField<Values extends FieldValues>(props: SelectFieldProps<Values>) {
  const { control, name, options, clearable = false, searchable = options.length > 10, onChosen } = props;
  const { field, fieldState } = useController({ control, name });
  const chosen = options.find((option) => option.value === field.value);
  const notes = new Map(options.map((option) => [option.value, option.note]));
  return (
    <Select
      {...wrapperProps(props, fieldState.error?.message)}
      data={options.map(({ value, label, disabled = false }) => ({ value, label, disabled }))}
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
      {...(props.readOnlyReason !== undefined && {
        rightSection: <span />,
        clearable: false,
        searchable: false,
      })}
      name={name}
      ref={field.ref}
      value={typeof field.value === "string" ? field.value : null}
      onBlur={field.onBlur}
      onChange={(value) => {
        field.onChange(value);
        onChosen?.(value);
      }}
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

type ChoiceFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  options: readonly (Option & { end?: ReactNode })[];
  columns?: 1 | 2;
};

/** One of a few, each in a card of its own with what it means. */
export function ChoiceField<Values extends FieldValues>(props: ChoiceFieldProps<Values>) {
  const { control, name, options, columns = 1 } = props;
  const { field, fieldState } = useController({ control, name });
  const { readOnly, ...wrapper } = { readOnly: false, ...wrapperProps(props, fieldState.error?.message) };
  return (
    <Radio.Group
      {...wrapper}
      name={name}
      value={typeof field.value === "string" ? field.value : null}
      onChange={field.onChange}
      onBlur={field.onBlur}
    >
      <div className={classes.choices} data-columns={columns}>
        {options.map(({ value, label, note, end, disabled = false }, place) => (
          <Radio.Card
            key={value}
            value={value}
            disabled={disabled || readOnly}
            className={classes.choice}
            aria-label={label}
            {...(place === 0 && { ref: field.ref })}
          >
            <Radio.Indicator size="xs" classNames={{ indicator: classes.indicator ?? "" }} />
            <span className={classes.choiceText}>
              <span className={classes.choiceLabel}>{label}</span>
              {note && <span className={classes.choiceNote}>{note}</span>}
            </span>
            {end}
          </Radio.Card>
        ))}
      </div>
    </Radio.Group>
  );
}
