"use client";

import { type FieldValues, useController } from "react-hook-form";
import { useLocale } from "../locale-context.tsx";
import { faultWords } from "./fault-words.ts";
import { type FieldProps, wrapperProps } from "./field-props.ts";
import { laterField } from "./later-field.tsx";
import type { SuggestFrameProps } from "./suggest-frame.tsx";

type SuggestFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** What is usual; anything else may be typed. */
  suggestions: readonly string[];
};

const SuggestFrame = laterField<SuggestFrameProps>(
  () => import("./suggest-frame.tsx").then((loaded) => loaded.SuggestFrame),
  ({ name, value, onChange }) => ({
    words: value,
    isTyped: true,
    name,
    role: "combobox",
    end: null,
    onText: onChange,
  }),
);

/** One line of text with what is usual to choose from; null where it is empty. */
export function SuggestField<Values extends FieldValues>(props: SuggestFieldProps<Values>) {
  const { control, name, suggestions } = props;
  const { field, fieldState } = useController({ control, name });
  const locale = useLocale();
  const message = fieldState.error?.message;
  return (
    <SuggestFrame
      input={{
        ...wrapperProps(props, message && faultWords(message, field.value, locale)),
        ref: field.ref,
        onBlur: field.onBlur,
      }}
      name={name}
      suggestions={suggestions}
      value={typeof field.value === "string" ? field.value : ""}
      onChange={(text) => field.onChange(text === "" ? null : text)}
    />
  );
}
