"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { CheckboxField } from "../../ui/fields/choice-fields.tsx";
import { PasswordField, TextField } from "../../ui/fields/text-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { idleMinutes } from "./shared-tablet.ts";
import { signIn, signInMessage } from "./sign-in.ts";

const Credentials = z.object({
  email: z.string().trim().min(1, "Type your e-mail address."),
  password: z.string().min(1, "Type your password."),
  shared: z.boolean(),
});

type SignInFormProps = {
  /** Whose session it was: then the password alone is asked for. */
  email?: string;
  onSignedIn: () => void;
};

/** E-mail and password. What the server says of them helps no stranger. */
export function SignInForm({ email = "", onSignedIn }: SignInFormProps) {
  const form = useForm({
    resolver: zodResolver(Credentials),
    defaultValues: { email, password: "", shared: false },
  });
  const [message, setMessage] = useState<ReturnType<typeof signInMessage>>(null);
  const submit = form.handleSubmit(async (credentials) => {
    setMessage(null);
    const answer = await signIn(credentials);
    if (answer.outcome === "signed-in") return onSignedIn();
    setMessage(signInMessage(answer));
    if (answer.outcome !== "wrong") return;
    form.setValue("password", "");
    form.setFocus("password");
  });
  return (
    <form onSubmit={submit} noValidate method="post">
      <Stack gap="md">
        {message && (
          <Notice tone="red" title={message.title}>
            {message.text}
          </Notice>
        )}
        <TextField control={form.control} name="email" label="E-mail" type="email" autoComplete="username" />
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
        <Button type="submit" fullWidth loading={form.formState.isSubmitting}>
          Sign in
        </Button>
      </Stack>
    </form>
  );
}
