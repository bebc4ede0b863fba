"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import type { SecondFactorSetUp } from "@vehicle-contracts/identity";
import { useId } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { problemOf } from "../../trpc/errors.ts";
import { Code } from "../../ui/code.tsx";
import { TextField } from "../../ui/fields/text-field.tsx";
import { Dialog } from "../../ui/floating/dialog.tsx";
import classes from "./account.module.css";
import { showAccountProblem } from "./show-account-problem.ts";
import { useAskAccount } from "./use-account.ts";

const Typed = z.object({ code: z.string().trim().min(1, "Type the code that the app shows.") });

type AppDialogProps = {
  setUp: SecondFactorSetUp;
  onClose: () => void;
  onConfirmed: (recoveryCodes: readonly string[]) => void;
};

/** The picture for the app, the same as text, and the app's first code. */
export function AppDialog({ setUp, onClose, onConfirmed }: AppDialogProps) {
  const confirm = useAskAccount("confirm-second-factor");
  const form = useForm({ resolver: zodResolver(Typed), defaultValues: { code: "" } });
  const formId = useId();
  const about = useId();
  const submit = form.handleSubmit(async ({ code }) => {
    try {
      onConfirmed((await confirm.mutateAsync({ code })).recoveryCodes);
    } catch (error) {
      showAccountProblem(form, problemOf(error), about);
    }
  });
  const { size, path } = setUp.qr;
  return (
    <Dialog
      opened
      onClose={onClose}
      size="m"
      title="Add it to your app"
      text="Scan the picture with the authenticator app, then type the code that it shows."
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" form={formId} loading={form.formState.isSubmitting}>
            Switch on
          </Button>
        </>
      }
    >
      <div className={classes.app}>
        <svg
          className={classes.qr}
          viewBox={`0 0 ${size} ${size}`}
          role="img"
          aria-label="QR code for the authenticator app"
          shapeRendering="crispEdges"
        >
          <path d={path} />
        </svg>
        <div className={classes.byHand}>
          <p className={classes.text}>
            Nothing to scan with? Choose “enter a key” in the app and type this one, by time, for Vehicle
            Contracts:
          </p>
          <Code copy="key">{setUp.secret}</Code>
          <form id={formId} onSubmit={submit} noValidate method="post">
            <TextField
              control={form.control}
              name="code"
              label="Code that the app shows"
              mono
              inputMode="numeric"
              autoComplete="one-time-code"
              autoFocus
            />
          </form>
        </div>
      </div>
    </Dialog>
  );
}
