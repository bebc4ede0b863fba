"use client";

import { Anchor, Stack } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { routes } from "../../routes.ts";
import { laterResolver } from "../../ui/fields/later-resolver.ts";
import { PasswordField } from "../../ui/fields/password-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import classes from "./session.module.css";
import { setPassword, setPasswordFailures } from "./set-password.ts";
import { signOut } from "./sign-out.ts";
import { StrangersPage } from "./strangers-page.tsx";
import { SubmitButton } from "./submit-button.tsx";

const resolver = laterResolver(() =>
  import("./new-password.ts").then((loaded) => loaded.newPasswordResolver),
);

type SetPasswordScreenProps = {
  token: string;
  name: string;
  email: string;
  /** For one who has a password already. */
  isReset: boolean;
  /** Who is signed in in this browser, if somebody is. */
  signedInAs: string | null;
};

/** Where an invitation leads: one's own password, then the sign-in. */
export function SetPasswordScreen({ token, name, email, isReset, signedInAs }: SetPasswordScreenProps) {
  const form = useForm({
    resolver,
    defaultValues: { password: "", again: "" },
  });
  const [isGone, setGone] = useState(false);
  const [failed, setFailed] = useState<"away" | "no-answer" | null>(null);
  const submit = form.handleSubmit(async ({ password }) => {
    setFailed(null);
    const answer = await setPassword(token, password);
    // whoever was signed in here goes: the sign-in page is for the one whose password it is
    if (answer.outcome === "set") await signOut({ to: routes.passwordSet });
    else if (answer.outcome === "gone") setGone(true);
    else if (answer.outcome === "refused")
      form.setError("password", { message: answer.message }, { shouldFocus: true });
    else setFailed(answer.outcome);
  });
  if (isGone) return <LinkGoneScreen />;
  return (
    <StrangersPage title={isReset ? "Set a new password" : "Set your password"} text={`${name}, ${email}`}>
      <form onSubmit={submit} noValidate method="post">
        <Stack gap="md">
          {failed && (
            <Notice tone="red" title={setPasswordFailures[failed].title}>
              {setPasswordFailures[failed].text}
            </Notice>
          )}
          {signedInAs !== null && (
            <Notice tone="amber" title={`${signedInAs} is signed in here.`}>
              Setting this password signs {signedInAs} out of this browser.
            </Notice>
          )}
          {/* for the password's keeper in the browser, which takes no hidden field */}
          <input
            className={classes.forKeeper}
            type="email"
            name="username"
            autoComplete="username"
            value={email}
            aria-hidden
            tabIndex={-1}
            readOnly
          />
          <PasswordField
            control={form.control}
            name="password"
            label="New password"
            help="At least 12 characters of any kind. A few words in a row are good."
            autoComplete="new-password"
          />
          <PasswordField
            control={form.control}
            name="again"
            label="The same again"
            autoComplete="new-password"
          />
          <SubmitButton isSending={form.formState.isSubmitting}>Set password</SubmitButton>
        </Stack>
      </form>
    </StrangersPage>
  );
}

/** A link that was used, replaced, or is older than 48 hours. */
export const LinkGoneScreen = () => (
  <StrangersPage
    title="This link is no longer good"
    text="A link is good once, for as long as was said with it, and until a newer one is made. Ask for another: by mail, if your register sends mail, or an administrator of your group."
  >
    <Stack gap="xs">
      <Anchor component={Link} href={routes.signIn()}>
        To the sign-in
      </Anchor>
      <Anchor component={Link} href={routes.forgotPassword}>
        Ask for another link
      </Anchor>
    </Stack>
  </StrangersPage>
);
