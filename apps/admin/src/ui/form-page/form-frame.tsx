"use client";

import type { ReactNode } from "react";
import { useIsHydrated } from "../use-is-hydrated.ts";
import classes from "./form-page.module.css";

/** The sections of a long form. Enter sends nothing: that is for a button or Ctrl Enter. */
export function FormFrame({ children }: { children: ReactNode }) {
  const isReady = useIsHydrated();
  return (
    <form className={classes.form} noValidate onSubmit={(event) => event.preventDefault()}>
      <fieldset className={classes.fields} disabled={!isReady}>
        {children}
      </fieldset>
    </form>
  );
}
