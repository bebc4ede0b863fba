"use client";

import { Button } from "@mantine/core";
import { requiredLine, type Usage } from "@vehicle-contracts/contract-model";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { schemaResolver } from "../../../ui/fields/schema-resolver.ts";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useReverseUsage } from "../use-change-usage.ts";

const ReverseForm = z.object({ reason: requiredLine(500) });
const check = schemaResolver(ReverseForm, { reason: "Say why it is taken back." });
type ReverseForm = z.infer<typeof ReverseForm>;

type ReverseUsageProps = { usage: Usage; what: string; opened: boolean; onClose: () => void };

/** Takes an entry of the ledger back, whole and for good, with the reason. */
export function ReverseUsage({ usage, what, opened, onClose }: ReverseUsageProps) {
  const formId = useId();
  const [formKey] = useState(newKey);
  const form = useForm<ReverseForm>({ resolver: check, defaultValues: { reason: "" } });
  const { mutate, isPending } = useReverseUsage();
  const { usageId } = usage;
  const send = form.handleSubmit((asked) => {
    if (isPending) return;
    const input = { usageId, ...asked };
    mutate(
      { idempotencyKey: idempotencyKeyOf(formKey, input), ...input },
      {
        onSuccess: () => {
          toast.done("Usage reversed", what, usageId);
          onClose();
        },
        onError: (error) => {
          const problem = problemOf(error);
          if (!putOnFields(form, problem)) showFailure(problem, usageId);
        },
      },
    );
  });
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Reverse this usage?"
      text={what}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" form={formId} color="red" loading={isPending}>
            Reverse it
          </Button>
        </>
      }
    >
      <form id={formId} noValidate onSubmit={(event) => void send(event)}>
        <TextField
          control={form.control}
          name="reason"
          label="Reason"
          help="The whole entry is taken back by a new one, which is final. Both stay in the ledger."
          required
          autoFocus
        />
      </form>
    </Dialog>
  );
}
