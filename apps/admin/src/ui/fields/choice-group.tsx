"use client";

import { Input } from "@mantine/core";
import { type ReactNode, useId } from "react";
import classes from "./choice-group.module.css";

type ChoiceGroupProps = {
  legend: string;
  error: string | undefined;
  children: ReactNode;
};

/** Several things to tick that are one field together. */
export function ChoiceGroup({ legend, error, children }: ChoiceGroupProps) {
  const id = useId();
  return (
    <fieldset className={classes.group} aria-describedby={error ? id : undefined}>
      <legend className={classes.legend}>{legend}</legend>
      {children}
      {error && <Input.Error id={id}>{error}</Input.Error>}
    </fieldset>
  );
}

/** The things themselves, a line each. */
export const ChoiceLines = ({ isFaulty, children }: { isFaulty: boolean; children: ReactNode }) => (
  <div className={classes.lines} data-faulty={isFaulty || undefined}>
    {children}
  </div>
);
