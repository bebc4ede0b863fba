"use client";

import { IconSelector } from "@tabler/icons-react";
import { type FieldValues, useController } from "react-hook-form";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import { laterField } from "./later-field.tsx";
import type { LookupFrameProps, LookupList } from "./lookup-frame.tsx";

const LookupFrame = laterField<LookupFrameProps>(
  () => import("./lookup-frame.tsx").then((loaded) => loaded.LookupFrame),
  ({ name, value, list }) => ({
    words:
      value === null
        ? ""
        : (list.options.find((option) => option.value === value)?.label ?? list.chosenLabel ?? ""),
    isTyped: true,
    name,
    end: <IconSelector size={16} stroke={1.75} />,
  }),
);

/** One of many, found by typing: a customer, a vehicle, a provider. The form's value is its id, or null. */
export function LookupField<Values extends FieldValues>(props: FieldProps<Values> & LookupList) {
  const { control, name } = props;
  const { field, fieldState } = useController({ control, name });
  return (
    <LookupFrame
      input={{
        ...wrapperProps(props, fieldState.error?.message),
        ref: field.ref,
        onBlur: field.onBlur,
      }}
      name={name}
      list={props}
      value={typeof field.value === "string" ? field.value : null}
      onChange={field.onChange}
    />
  );
}
