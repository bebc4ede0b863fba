"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Anchor, Button, Stack } from "@mantine/core";
import { Password } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { routes } from "../../routes.ts";
import { PasswordField } from "../../ui/fields/text-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { setPassword } from "./set-password.ts";
import { StrangersPage } from "./strangers-page.tsx";

const NewPassword = z.object({ password: Password });

type SetPasswordScreenProps = { token: string; name: string; email: string };

/** Where an invitation leads: one's own password, then the sign-in. */
export function SetPasswordScreen({ token, name, email }: SetPasswordScreenProps) {
  const form = useForm({ resolver: zodResolver(NewPassword), defaultValues: { password: "" } });
  const [isGone, setGone] = useState(false);
  const [failed, setFailed] = useState(false);
  const submit = form.handleSubmit(async ({ password }) => {
    setFailed(false);
    const answer = await setPassword(token, password);
    if (answer.outcome === "set") window.location.assign(`${routes.signIn()}?set=1`);
    else if (answer.outcome === "gone") setGone(true);
    else if (answer.outcome === "refused")
      form.setError("password", { message: answer.message }, { shouldFocus: true });
    else setFailed(true);
  });
  if (isGone) return <LinkGoneScreen />;
  return (
    <StrangersPage title="Set your password" text={`${name}, ${email}`}>
      <form onSubmit={submit} noValidate method="post">
        <Stack gap="md">
          {failed && (
            <Notice tone="red" title="The server did not answer.">
              Nothing was set. Look at the connection and try again.
            </Notice>
          )}
          {/* for the password's keeper in the browser */}
          <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
          <PasswordField
            control={form.control}
            name="password"
            label="New password"
            help="At least 12 characters of any kind. A few words in a row are good."
            autoComplete="new-password"
          />
          <Button type="submit" fullWidth loading={form.formState.isSubmitting}>
            Set password
          </Button>
        </Stack>
      </form>
    </StrangersPage>
  );
}

/** A link that was used, replaced, or is older than 48 hours. */
export const LinkGoneScreen = () => (
  <StrangersPage
    title="This link is no longer good"
    text="A link is good once and for 48 hours. Ask an administrator of your group for a new one."
  >
    <Anchor component={Link} href={routes.signIn()}>
      To the sign-in
    </Anchor>
  </StrangersPage>
);
