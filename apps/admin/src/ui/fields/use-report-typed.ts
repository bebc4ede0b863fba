"use client";

import { useEffect } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";

/** Tells, by the form's own store, whether something is typed that is not saved: for `useOpenRow`. `report` is a state's setter. */
export function useReportTyped<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  report: (isTyped: boolean) => void,
): void {
  const { subscribe } = form;
  useEffect(() => {
    const stop = subscribe({
      formState: { isDirty: true },
      callback: ({ isDirty = false }) => report(isDirty),
    });
    return () => {
      stop();
      report(false);
    };
  }, [subscribe, report]);
}
