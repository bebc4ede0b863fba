"use client";

import type { ReactNode } from "react";
import { useIsHydrated } from "../use-is-hydrated.ts";
import classes from "./form-page.module.css";
import { useBeginInForm } from "./use-begin-in-form.ts";

/** The sections of a long form, which begins in its first empty field. Enter sends nothing: that is for a button or Ctrl Enter. */
export function FormFrame({ children }: { children: ReactNode }) {
  const isReady = useIsHydrated();
  const form = useBeginInForm(isReady);
  return (
    <form ref={form} className={classes.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset className={classes.fields} disabled={!isReady}>
        {children}
      </fieldset>
    </form>
  );
}
