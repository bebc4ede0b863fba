"use client";

import { Anchor, Stack } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { flushSync } from "react-dom";
import { useForm } from "react-hook-form";
import { CheckboxField } from "../../ui/fields/checkbox-field.tsx";
import { laterResolver } from "../../ui/fields/later-resolver.ts";
import { PasswordField } from "../../ui/fields/password-field.tsx";
import { TextField } from "../../ui/fields/text-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SecondFactorFields } from "./second-factor-fields.tsx";
import classes from "./session.module.css";
import { idleMinutes } from "./shared-tablet.ts";
import { signIn, signInMessage } from "./sign-in.ts";
import { SubmitButton } from "./submit-button.tsx";

const resolver = laterResolver(() => import("./credentials.ts").then((loaded) => loaded.credentialsResolver));

/** What is asked for: the password, or besides it what an app shows or a code of paper. */
type Step = "password" | "code" | "recoveryCode";

type SignInFormProps = {
  /** Whose session it was: then the password alone is asked for. */
  email?: string;
  /** Below the button, while the password is asked for. */
  help?: ReactNode;
  onSignedIn: () => void;
};

/** E-mail and password, and a code where the account has a second factor. What the server says of them helps no stranger. */
export function SignInForm({ email = "", help, onSignedIn }: SignInFormProps) {
  const form = useForm({
    resolver,
    defaultValues: { email, password: "", shared: false, code: "" },
  });
  const [step, setStep] = useState<Step>("password");
  const [message, setMessage] = useState<ReturnType<typeof signInMessage>>(null);
  const goTo = (next: Step) => {
    form.setValue("code", "");
    // the field is there before it is focused
    flushSync(() => {
      setMessage(null);
      setStep(next);
    });
    form.setFocus(next === "password" ? "password" : "code");
  };
  const submit = form.handleSubmit(async ({ code, ...credentials }) => {
    setMessage(null);
    if (step !== "password" && code.trim() === "") {
      form.setError("code", { message: "Type the code." }, { shouldFocus: true });
      return;
    }
    const proof = step === "code" ? { code } : { recoveryCode: code };
    const answer = await signIn({ ...credentials, ...(step !== "password" && { proof }) });
    if (answer.outcome === "signed-in") return onSignedIn();
    if (answer.outcome === "code-asked") return goTo("code");
    if (answer.outcome === "wrong") {
      // of the password: it was changed meanwhile, or the code was never asked for
      if (step !== "password") goTo("password");
      form.setValue("password", "");
      form.setFocus("password");
    }
    if (answer.outcome === "code-wrong") {
      form.setValue("code", "");
      form.setFocus("code");
    }
    setMessage(signInMessage(answer));
  });
  return (
    <form onSubmit={submit} noValidate method="post">
      <Stack gap="md">
        {message && (
          <Notice tone="red" title={message.title}>
            {message.text}
          </Notice>
        )}
        {step === "password" ? (
          <>
            <TextField
              control={form.control}
              name="email"
              label="E-mail"
              type="email"
              autoComplete="username"
            />
            <PasswordField
              control={form.control}
              name="password"
              label="Password"
              autoFocus={email !== ""}
              autoComplete="current-password"
            />
            <CheckboxField
              control={form.control}
              name="shared"
              label={`Shared tablet: sign out when idle for ${idleMinutes} minutes`}
            />
          </>
        ) : (
          <SecondFactorFields control={form.control} isRecovery={step === "recoveryCode"} />
        )}
        <SubmitButton isSending={form.formState.isSubmitting}>Sign in</SubmitButton>
        {step === "password" ? (
          help
        ) : (
          <div className={classes.otherWays}>
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => goTo(step === "code" ? "recoveryCode" : "code")}
            >
              {step === "code" ? "Use a recovery code" : "Use the app's code"}
            </Anchor>
            <Anchor component="button" type="button" size="sm" onClick={() => goTo("password")}>
              Back
            </Anchor>
          </div>
        )}
      </Stack>
    </form>
  );
}
