"use client";

import { IconSelector } from "@tabler/icons-react";
import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { faultWords } from "./fault-words.ts";
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
  const locale = useLocale();
  const message = fieldState.error?.message;
  return (
    <LookupFrame
      input={{
        ...wrapperProps(props, message && faultWords(message, field.value, locale)),
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
