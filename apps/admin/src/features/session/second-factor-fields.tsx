"use client";

import type { Control } from "react-hook-form";
import { TextField } from "../../ui/fields/text-field.tsx";
import classes from "./session.module.css";

type Values = { email: string; password: string; shared: boolean; code: string };

/** What is asked for besides the password: what the app shows, or a recovery code. */
export function SecondFactorFields({
  control,
  isRecovery,
}: {
  control: Control<Values>;
  isRecovery: boolean;
}) {
  return (
    <>
      <p className={classes.explain}>
        {isRecovery
          ? "Type one of the codes that you kept when you set up the second factor. Each is good once."
          : "Type the code that your authenticator app shows for Vehicle Contracts."}
      </p>
      <TextField
        key={isRecovery ? "recovery" : "app"}
        control={control}
        name="code"
        label={isRecovery ? "Recovery code" : "Code"}
        mono
        inputMode={isRecovery ? "text" : "numeric"}
        autoComplete={isRecovery ? "off" : "one-time-code"}
      />
    </>
  );
}
