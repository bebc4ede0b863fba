"use client";

import { Autocomplete } from "@mantine/core";
import type { ListInputProps } from "./later-field.tsx";

export type SuggestFrameProps = {
  input: ListInputProps;
  name: string;
  suggestions: readonly string[];
  value: string;
  onChange: (text: string) => void;
};

/** The list of a `SuggestField`, with its input. */
export const SuggestFrame = ({
  id,
  input,
  name,
  suggestions,
  value,
  onChange,
}: SuggestFrameProps & { id: string }) => (
  <Autocomplete
    {...input}
    id={id}
    name={name}
    // what stands there already is no suggestion, and would cover what is below
    data={suggestions.filter((suggestion) => suggestion !== value)}
    openOnFocus={false}
    autoComplete="off"
    value={value}
    onChange={onChange}
  />
);
