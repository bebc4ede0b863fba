"use client";

import { Button } from "@mantine/core";
import type { Provider, ProviderInput } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useRecordForm } from "../../../trpc/use-record-form.ts";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useUpdateProvider } from "../mutations.ts";
import { fieldLabels, fieldWords, kindWord } from "../words.ts";
import { ProviderContracts } from "./provider-contracts.tsx";
import { ProviderFields } from "./provider-fields.tsx";
import { providerResolver } from "./provider-resolver.ts";

const fieldsOf = ({ name, kind }: Provider): ProviderInput => ({ name, kind });

/** A provider, to look at and to change. */
export function EditProvider({ provider, row }: { provider: Provider; row: OpenRow }) {
  const { providerId } = provider;
  const { session } = useDesk();
  const update = useUpdateProvider();
  const [otherId, setOtherId] = useState<string | null>(null);
  const record = useRecordForm({
    kept: provider,
    fieldsOf,
    resolver: providerResolver,
    update: async (version, changes) => (await update.mutateAsync({ providerId, version, changes })).provider,
    said: ({ name }) => `${name} is saved`,
    onProblem: (problem) => setOtherId(problem.code === "DUPLICATE" ? problem.existingId : null),
  });
  const { form, met, isTyped, isSaving } = record;
  const save = () => {
    setOtherId(null);
    void form.handleSubmit(record.save)();
  };
  useShortcut("mod+Enter", "Save", save, { group: "Provider", when: met === null && isTyped });
  useShortcut("E", "Edit", () => form.setFocus("name", { shouldSelect: true }), { group: "Provider" });
  return (
    <Beside
      label={provider.name}
      title={provider.name}
      below={kindWord(provider.kind)}
      onClose={() => row.open(null)}
      foot={
        <>
          <Button variant="default" onClick={() => row.open(null)}>
            Close
          </Button>
          <Button disabled={!isTyped} loading={isSaving} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <SheetForm onSubmit={save} isTyped={isTyped} row={row}>
        <ProviderFields
          control={form.control}
          onShowOther={otherId === null ? null : () => row.open(otherId)}
        />
      </SheetForm>
      <ProviderContracts providerId={providerId} />
      {met && (
        <FlatConflict
          what="provider"
          me={session.user.name}
          versions={met.versions}
          records={met.records}
          labels={fieldLabels}
          wordsOf={fieldWords}
          against={() => []}
          refused={met.refused}
          isSaving={isSaving}
          onSave={record.saveJoined}
          onBack={record.backToEditing}
          onDiscard={record.discard}
        />
      )}
    </Beside>
  );
}
