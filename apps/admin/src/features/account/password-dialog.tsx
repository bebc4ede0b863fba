"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { problemOf } from "../../trpc/errors.ts";
import { PasswordField } from "../../ui/fields/password-field.tsx";
import { Dialog } from "../../ui/floating/dialog.tsx";
import { showAccountProblem } from "./show-account-problem.ts";

const Typed = z.object({ password: z.string().min(1, "Type your password.") });

type PasswordDialogProps = {
  title: string;
  text: ReactNode;
  /** What the button says. */
  effect: string;
  danger?: boolean;
  onClose: () => void;
  /** Rejects with a problem; one of the password stands under the field. */
  onPassword: (password: string) => Promise<unknown>;
};

/** Asks for the password before something about the sign-in is changed: a session that was left open is not enough. */
export function PasswordDialog({
  title,
  text,
  effect,
  danger = false,
  onClose,
  onPassword,
}: PasswordDialogProps) {
  const form = useForm({ resolver: zodResolver(Typed), defaultValues: { password: "" } });
  const formId = useId();
  const about = useId();
  const submit = form.handleSubmit(async ({ password }) => {
    try {
      await onPassword(password);
    } catch (error) {
      showAccountProblem(form, problemOf(error), about);
    }
  });
  return (
    <Dialog
      opened
      onClose={onClose}
      title={title}
      text={text}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button
            type="submit"
            form={formId}
            loading={form.formState.isSubmitting}
            {...(danger && { color: "red" })}
          >
            {effect}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate method="post">
        <Stack gap="md">
          <PasswordField
            control={form.control}
            name="password"
            label="Your password"
            autoFocus
            autoComplete="current-password"
          />
        </Stack>
      </form>
    </Dialog>
  );
}
