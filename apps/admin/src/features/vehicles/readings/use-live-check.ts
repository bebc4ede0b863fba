"use client";

import { useEffect } from "react";
import type { FieldPath, FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Looks at fields of a form whenever `watched` changes while `isOn`, before they are left: the form's own state, which is
 * outside of React, is told.
 */
export function useLiveCheck<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  fields: readonly FieldPath<Values>[],
  { isOn, watched }: { isOn: boolean; watched: string },
): void {
  const { trigger } = form;
  // `watched` is not read: a change of it is what it looks again for
  useEffect(() => {
    if (isOn) void trigger([...fields]);
  }, [isOn, trigger, fields, watched]);
}
