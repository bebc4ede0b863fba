"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useCreateClient } from "../mutations.ts";
import { ClientFields } from "./client-fields.tsx";
import { ClientForm, formPathOf, inputOf } from "./client-form.ts";
import type { SecretToShow } from "./secret-dialog.tsx";

type NewClientProps = { row: OpenRow; onMade: (made: SecretToShow) => void };

/** A program that is to call: what it is called and may do. Its secret is shown once it is made. */
export function NewClient({ row, onMade }: NewClientProps) {
  const { stores } = useDesk();
  const create = useCreateClient();
  const [formKey] = useState(newKey);
  const [only] = stores;
  const form = useForm<ClientForm>({
    resolver: zodResolver(ClientForm),
    defaultValues: {
      name: "",
      role: "viewer",
      stores: { all: false, ids: only && stores.length === 1 ? [only.storeId] : [] },
      scopes: ["contracts:read", "vehicles:read"],
    },
  });
  const close = () => row.open(null);
  const send = async (typed: ClientForm) => {
    if (create.isPending) return;
    const apiClient = inputOf(typed);
    const idempotencyKey = idempotencyKeyOf(formKey, apiClient);
    try {
      const { apiClient: made, clientSecret } = await create.mutateAsync({ idempotencyKey, apiClient });
      toast.settle(formKey);
      if (clientSecret !== null) return onMade({ apiClient: made, clientSecret });
      // an answer that was lost on its way had the secret
      toast.done(`${made.name} was made before`, "Its secret is shown no second time: make a new one.");
      row.moveOn(made.clientId);
    } catch (error) {
      showProblem(form, problemOf(error), formKey, formPathOf);
    }
  };
  const submit = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", "Make client", submit, { group: "API client" });
  return (
    <Beside
      label="New API client"
      title="New API client"
      below="A program that calls the register. Its secret is shown once it is made."
      onClose={close}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Close
          </Button>
          <Button loading={create.isPending} onClick={submit}>
            Make client
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={submit} isTyped={form.formState.isDirty} row={row} focusFirst>
        <ClientFields control={form.control} />
      </SheetForm>
    </Beside>
  );
}
