"use client";

import { useEffect } from "react";
import type { FieldPath, UseFormReturn } from "react-hook-form";
import { useIsHydrated } from "../../../ui/use-is-hydrated.ts";
import { formPathOf } from "./form-path.ts";
import type { ContractForm } from "./form-values.ts";

/** Focuses the field that the address names behind its #, such as `#endDate`. The address is outside of React. */
export function useBeginAt({ getValues, setFocus }: UseFormReturn<ContractForm>): void {
  const isReady = useIsHydrated();
  useEffect(() => {
    if (!isReady) return;
    const field = decodeURIComponent(window.location.hash.slice(1));
    // one that the form has not is not focused
    if (field !== "") setFocus(formPathOf(getValues(), field) as FieldPath<ContractForm>);
  }, [isReady, getValues, setFocus]);
}
