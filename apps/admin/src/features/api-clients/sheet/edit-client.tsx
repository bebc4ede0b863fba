"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useRecordForm } from "../../../trpc/use-record-form.ts";
import { Code } from "../../../ui/code.tsx";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { Notice } from "../../../ui/notice.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useUpdateClient } from "../mutations.ts";
import { ClientConflict } from "./client-conflict.tsx";
import { ClientFacts } from "./client-facts.tsx";
import { ClientFields } from "./client-fields.tsx";
import { ClientForm, changesOf, fieldsOf } from "./client-form.ts";
import { RevokeButton } from "./revoke-button.tsx";
import type { SecretToShow } from "./secret-dialog.tsx";
import { SecretPart } from "./secret-part.tsx";

type EditClientProps = {
  client: ApiClient;
  row: OpenRow;
  onSecret: (secret: SecretToShow, from: HTMLElement | null) => void;
};

/** A program, to look at and to change; its secret is made anew and ended beside. */
export function EditClient({ client, row, onSecret }: EditClientProps) {
  const { clientId, name, state } = client;
  const update = useUpdateClient();
  const record = useRecordForm<ClientForm, ApiClient>({
    kept: client,
    fieldsOf,
    resolver: zodResolver(ClientForm),
    update: async (version, changed) => {
      const changes = changesOf(changed, { ...form.getValues(), ...changed });
      return (await update.mutateAsync({ clientId, version, changes })).apiClient;
    },
    said: (saved) => `${saved.name} is saved`,
  });
  const { form, met, isTyped, isSaving } = record;
  const save = () => void form.handleSubmit(record.save)();
  const close = () => row.open(null);
  useShortcut("mod+Enter", "Save", save, { group: "API client", when: met === null && isTyped });
  return (
    <Beside
      label={name}
      title={name}
      below={<Code>{clientId}</Code>}
      onClose={close}
      footStart={<RevokeButton client={client} />}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Close
          </Button>
          <Button disabled={!isTyped} loading={isSaving} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      {state === "DISABLED" && (
        <Notice tone="grey" title="Disabled: it is given no token.">
          Whoever disabled it enables it again by the API.
        </Notice>
      )}
      <SheetForm onSubmit={save} isTyped={isTyped} row={row}>
        <ClientFields control={form.control} />
        <SecretPart client={client} onSecret={onSecret} />
        <ClientFacts client={client} />
      </SheetForm>
      {met && <ClientConflict met={met} record={record} />}
    </Beside>
  );
}
