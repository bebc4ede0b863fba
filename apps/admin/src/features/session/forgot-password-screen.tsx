"use client";

import { Anchor, Stack } from "@mantine/core";
import Link from "next/link";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { routes } from "../../routes.ts";
import { laterResolver } from "../../ui/fields/later-resolver.ts";
import { TextField } from "../../ui/fields/text-field.tsx";
import { Notice } from "../../ui/notice.tsx";
import { askForLink, type ForgottenAnswer } from "./forgot-password.ts";
import classes from "./session.module.css";
import { inWords } from "./sign-in.ts";
import { StrangersPage } from "./strangers-page.tsx";
import { SubmitButton } from "./submit-button.tsx";

const resolver = laterResolver(() => import("./asked-address.ts").then((loaded) => loaded.addressResolver));

const BackToSignIn = () => (
  <Anchor component={Link} href={routes.signIn()} size="sm" className={classes.help}>
    Back to the sign-in
  </Anchor>
);

/** For one who cannot sign in any more: a link by mail, or whom to ask where the register sends none. */
export const ForgotPasswordScreen = ({ sendsMail }: { sendsMail: boolean }) =>
  sendsMail ? (
    <AskByMail />
  ) : (
    <StrangersPage
      title="Forgot your password?"
      text="This register sends no mail. Ask an administrator of your group: they can make a link by which you set a new password."
    >
      <BackToSignIn />
    </StrangersPage>
  );

function AskByMail() {
  const form = useForm({ resolver, defaultValues: { email: "" } });
  const [answer, setAnswer] = useState<ForgottenAnswer | null>(null);
  const submit = form.handleSubmit(async ({ email }) => setAnswer(await askForLink(email)));
  if (answer?.outcome === "asked")
    return (
      <StrangersPage title="Look into your mailbox">
        <Stack gap="md">
          <Notice tone="green" title="If the address is that of a user here, a mail is on its way." live>
            The link in it is good once, for an hour. Look into the spam folder too; where none comes, ask an
            administrator of your group.
          </Notice>
          <BackToSignIn />
        </Stack>
      </StrangersPage>
    );
  return (
    <StrangersPage title="Forgot your password?" text="You get a link by mail to set a new one.">
      <form onSubmit={submit} noValidate method="post">
        <Stack gap="md">
          {answer && (
            <Notice
              tone="red"
              title={answer.outcome === "too-many" ? "Too many tries." : "The server did not answer."}
            >
              {answer.outcome === "too-many"
                ? `Try again ${inWords(answer.retryAfterSeconds)}.`
                : "Look at the connection and try again."}
            </Notice>
          )}
          <TextField
            control={form.control}
            name="email"
            label="E-mail"
            type="email"
            autoComplete="username"
          />
          <SubmitButton isSending={form.formState.isSubmitting}>Send the link</SubmitButton>
          <BackToSignIn />
        </Stack>
      </form>
    </StrangersPage>
  );
}
