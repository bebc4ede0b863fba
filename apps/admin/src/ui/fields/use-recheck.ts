"use client";

import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/**
 * Looks at the whole form again at each change once `isOn`: a fault in one field may be put right in another. Listens to
 * the form's own store, which is outside of React.
 */
export function useRecheck<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  isOn: boolean,
): void {
  const { subscribe, trigger, getValues } = form;
  useEffect(() => {
    if (!isOn) return undefined;
    let seen = JSON.stringify(getValues());
    return subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        // looking is told here too: only values that differ are looked at
        const now = JSON.stringify(values);
        if (now === seen) return;
        seen = now;
        void trigger();
      },
    });
  }, [isOn, subscribe, trigger, getValues]);
}
