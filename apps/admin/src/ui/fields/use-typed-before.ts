"use client";

import { useEffect, useRef } from "react";
import { withTypedBefore } from "./typed-before.ts";

/**
 * What somebody has put into an input of a form before the browser had taken the page over: what `read` finds in it
 * (undefined where it is as the form has it) is taken once the form hears of changes, which at the input's own coming it
 * does not yet. The page as it was sent is outside of React.
 */
export function useTypedBefore<Input extends HTMLElement, Value>(
  ref: (input: Input | null) => void,
  read: (input: Input) => Value | undefined,
  take: (value: Value) => void,
): (input: Input | null) => void {
  const found = useRef<{ value: Value } | null>(null);
  useEffect(() => {
    const there = found.current;
    found.current = null;
    if (there) take(there.value);
  });
  return withTypedBefore(ref, (input) => {
    const value = read(input);
    if (value !== undefined) found.current = { value };
  });
}
