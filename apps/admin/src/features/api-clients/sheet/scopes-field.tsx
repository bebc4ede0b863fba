"use client";

import { Checkbox } from "@mantine/core";
import { scopes as everyScope, type Scope } from "@vehicle-contracts/contract-model";
import { type Control, useController } from "react-hook-form";
import { ChoiceGroup, ChoiceLines } from "../../../ui/fields/choice-group.tsx";
import { nouns, scopeOf } from "../words.ts";
import type { ClientForm } from "./client-form.ts";
import classes from "./sheet.module.css";

/** What a program may read and write: a line a noun. The role and the stores bound it besides. */
export function ScopesField({ control }: { control: Control<ClientForm> }) {
  const { field, fieldState } = useController({ control, name: "scopes" });
  const error = fieldState.error?.message;
  const tick = (scope: Scope, isOn: boolean) =>
    // in the model's order, so that ticking back and forth is no change
    field.onChange(everyScope.filter((one) => (one === scope ? isOn : field.value.includes(one))));
  const box = (noun: (typeof nouns)[number], kind: "read" | "write", isFirst: boolean) => {
    const scope = scopeOf(noun.noun, kind);
    return (
      <Checkbox
        {...(isFirst && { ref: field.ref })}
        aria-label={`${kind === "read" ? "Read" : "Write"} ${noun.label}`}
        label={kind === "read" ? "Read" : "Write"}
        checked={field.value.includes(scope)}
        onBlur={field.onBlur}
        onChange={(event) => tick(scope, event.currentTarget.checked)}
      />
    );
  };
  return (
    <ChoiceGroup legend="May" error={error}>
      <ChoiceLines isFaulty={error !== undefined}>
        {nouns.map((noun, place) => (
          <div key={noun.noun} className={classes.scope}>
            <span className={classes.noun}>{noun.label}</span>
            {box(noun, "read", place === 0)}
            {box(noun, "write", false)}
          </div>
        ))}
      </ChoiceLines>
    </ChoiceGroup>
  );
}
