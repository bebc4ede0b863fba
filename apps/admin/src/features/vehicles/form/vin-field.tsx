"use client";

import { Button, TextInput } from "@mantine/core";
import { normaliseVin } from "@vehicle-contracts/contract-rules";
import { useController, useWatch } from "react-hook-form";
import { wrapperProps } from "../../../ui/fields/field-props.ts";
import { scanned } from "../scanned.ts";
import { numberWord } from "../words.ts";
import classes from "./form.module.css";
import { TakenNotice } from "./taken-notice.tsx";
import { useVehicleFormState } from "./vehicle-form-context.tsx";
import { vinGroups, vinSuggestion, vinWords } from "./vin-words.ts";

/** The number by which the vehicle is known, judged while one types. */
export function VinField() {
  const { form, around, verdict } = useVehicleFormState();
  const { control } = form;
  const { field, fieldState } = useController({ control, name: "vin" });
  const [isLegacy, modelYear] = useWatch({ control, name: ["isLegacy", "modelYear"] });
  const question = {
    vin: field.value,
    policy: around.policy,
    vinKind: isLegacy ? ("legacy" as const) : null,
    modelYear: typeof modelYear === "number" ? modelYear : null,
  };
  const words = vinWords(question, verdict);
  const suggestion = vinSuggestion(question);
  const label = numberWord(verdict.vinKind ?? (isLegacy ? "legacy" : "vin"));
  return (
    <div className={classes.number}>
      <TextInput
        {...wrapperProps(
          {
            label,
            required: true,
            help: (
              <span className={classes.verdict} data-tone={words.tone}>
                {words.text}
              </span>
            ),
          },
          fieldState.error?.message,
        )}
        name={field.name}
        ref={field.ref}
        classNames={{ input: classes.vin ?? "" }}
        data-mono
        data-autofocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        value={field.value}
        onChange={(event) => field.onChange(event.currentTarget.value)}
        onBlur={() => {
          // what some scanners put before it is let go, once it is whole
          const vin = normaliseVin(scanned(field.value));
          if (vin !== field.value) field.onChange(vin);
          field.onBlur();
        }}
      />
      {suggestion && (
        <div className={classes.suggestion}>
          <Characters vin={suggestion} />
          <Button variant="default" size="xs" onClick={() => field.onChange(suggestion)}>
            Take this one
          </Button>
        </div>
      )}
      {suggestion === null && verdict.code === "CHECK_DIGIT" && words.tone !== "quiet" && (
        <div className={classes.suggestion}>
          <Characters vin={verdict.vin} isOff />
        </div>
      )}
      <TakenNotice />
    </div>
  );
}

/** A VIN in its groups, to be compared with the vehicle; `isOff` marks the check digit. */
function Characters({ vin, isOff = false }: { vin: string; isOff?: boolean }) {
  const [maker, description, serial] = vinGroups(vin);
  return (
    <span className={classes.characters}>
      <span>{maker}</span>
      <span>
        {description?.slice(0, -1)}
        {isOff ? <mark>{description?.slice(-1)}</mark> : description?.slice(-1)}
      </span>
      <span>{serial}</span>
    </span>
  );
}
