"use client";

import { Button } from "@mantine/core";
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
import { useCreateStore } from "../mutations.ts";
import type { StoreFields } from "../words.ts";
import { StoreFormFields } from "./store-fields.tsx";
import { storeResolver } from "./store-resolver.ts";

/** What the model proposes where nothing is said. */
const proposed: DefaultValues<StoreFields> = { name: "", vinPolicy: "strict", system: "NATIVE" };

/** Adds a store, and shows it. */
export function NewStore({ row }: { row: OpenRow }) {
  const create = useCreateStore();
  const [formKey] = useState(newKey);
  const form = useForm<StoreFields>({ resolver: storeResolver, defaultValues: proposed });
  const send = async (store: StoreFields) => {
    if (create.isPending) return;
    try {
      const made = await create.mutateAsync({ idempotencyKey: idempotencyKeyOf(formKey, store), store });
      toast.done(`${made.store.name} is added`, "Grant it to those who work there.", formKey);
      row.moveOn(made.store.storeId);
    } catch (error) {
      showProblem(form, problemOf(error), formKey);
    }
  };
  const save = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", "Add store", save, { group: "Store" });
  return (
    <Beside
      label="New store"
      title="New store"
      below="A dealership of this group."
      onClose={() => row.open(null)}
      foot={
        <>
          <Button variant="default" onClick={() => row.open(null)}>
            Close
          </Button>
          <Button loading={create.isPending} onClick={save}>
            Add store
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={save} isTyped={form.formState.isDirty} row={row} focusFirst>
        <StoreFormFields
          control={form.control}
          keptZone=""
          zoneHelp="Contracts begin and end at its midnight."
        />
      </SheetForm>
    </Beside>
  );
}
