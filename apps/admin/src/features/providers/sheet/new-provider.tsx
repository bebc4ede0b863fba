"use client";

import { Button } from "@mantine/core";
import type { ProviderInput } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type DefaultValues, useForm } from "react-hook-form";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useCreateProvider } from "../mutations.ts";
import { ProviderFields } from "./provider-fields.tsx";
import { providerResolver } from "./provider-resolver.ts";

const nothing: DefaultValues<ProviderInput> = { name: "" };

/** Adds a provider, and shows it. */
export function NewProvider({ row }: { row: OpenRow }) {
  const create = useCreateProvider();
  const [formKey] = useState(newKey);
  const [otherId, setOtherId] = useState<string | null>(null);
  const form = useForm<ProviderInput>({ resolver: providerResolver, defaultValues: nothing });
  const send = async (provider: ProviderInput) => {
    if (create.isPending) return;
    setOtherId(null);
    try {
      const idempotencyKey = idempotencyKeyOf(formKey, provider);
      const made = await create.mutateAsync({ idempotencyKey, provider });
      toast.done(`${made.provider.name} is added`, undefined, formKey);
      row.moveOn(made.provider.providerId);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "DUPLICATE") setOtherId(problem.existingId);
      showProblem(form, problem, formKey);
    }
  };
  const save = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", "Add provider", save, { group: "Provider" });
  return (
    <Beside
      label="New provider"
      title="New provider"
      below="Who carries the risk of contracts."
      onClose={() => row.open(null)}
      foot={
        <>
          <Button variant="default" onClick={() => row.open(null)}>
            Close
          </Button>
          <Button loading={create.isPending} onClick={save}>
            Add provider
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={save} isTyped={form.formState.isDirty} row={row} focusFirst>
        <ProviderFields
          control={form.control}
          onShowOther={otherId === null ? null : () => row.open(otherId)}
        />
      </SheetForm>
    </Beside>
  );
}
