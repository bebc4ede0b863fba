"use client";

import { RadioCard, RadioGroup, RadioIndicator } from "@mantine/core";
import type { ReactNode } from "react";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import classes from "./fields.module.css";

export type Option = { value: string; label: string; note?: string; disabled?: boolean };

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
    <RadioGroup
      {...wrapper}
      name={name}
      value={typeof field.value === "string" ? field.value : null}
      onChange={field.onChange}
      onBlur={field.onBlur}
    >
      <div className={classes.choices} data-columns={columns}>
        {options.map(({ value, label, note, end, disabled = false }, place) => (
          <RadioCard
            key={value}
            value={value}
            disabled={disabled || readOnly}
            className={classes.choice}
            aria-label={label}
            {...(place === 0 && { ref: field.ref })}
          >
            <RadioIndicator size="xs" classNames={{ indicator: classes.indicator ?? "" }} />
            <span className={classes.choiceText}>
              <span className={classes.choiceLabel}>{label}</span>
              {note && <span className={classes.choiceNote}>{note}</span>}
            </span>
            {end}
          </RadioCard>
        ))}
      </div>
    </RadioGroup>
  );
}
