"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { StoreToday } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { useRecordForm } from "../../../trpc/use-record-form.ts";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { SheetForm } from "../../../ui/fields/sheet-form.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { ContractCounts } from "../../contracts/contract-counts.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { useUpdateStore } from "../mutations.ts";
import { todayIn } from "../queries.ts";
import { fieldLabels, fieldWords, type StoreFields } from "../words.ts";
import { StoreFormFields } from "./store-fields.tsx";
import { storeResolver } from "./store-resolver.ts";
import { TimeZoneDialog } from "./time-zone-dialog.tsx";

const fieldsOf = ({ storeId: _id, version: _version, today: _today, ...fields }: StoreToday): StoreFields =>
  fields;

/** A store, to look at and to change. Another time zone is asked about first: it changes what day it is there. */
export function EditStore({ store, row }: { store: StoreToday; row: OpenRow }) {
  const { storeId } = store;
  const format = useFormat();
  const { session } = useDesk();
  const update = useUpdateStore();
  /** What is to be saved once the other time zone is wanted indeed. */
  const [asked, setAsked] = useState<StoreFields | null>(null);
  const record = useRecordForm({
    kept: store,
    fieldsOf,
    resolver: storeResolver,
    update: async (version, changes) => {
      const saved = await update.mutateAsync({ storeId, version, changes });
      return { ...saved.store, today: store.today };
    },
    said: ({ name }) => `${name} is saved`,
  });
  const { base, form, met, isTyped, isSaving } = record;
  const timeZone = useWatch({ control: form.control, name: "timeZone" });
  const { data: there } = useQuery({
    ...todayIn(useTRPC(), timeZone),
    enabled: timeZone !== base.timeZone && Intl.supportedValuesOf("timeZone").includes(timeZone),
  });
  const day = timeZone === base.timeZone ? store.today : there?.today;
  const save = () =>
    void form.handleSubmit((fields) => {
      if (fields.timeZone === base.timeZone) record.save(fields);
      else setAsked(fields);
    })();
  const isFree = met === null && asked === null;
  useShortcut("mod+Enter", "Save", save, { group: "Store", when: isFree && isTyped });
  useShortcut("E", "Edit", () => form.setFocus("name", { shouldSelect: true }), { group: "Store" });
  return (
    <Beside
      label={store.name}
      title={store.name}
      below={`Today is ${format.weekday(store.today)}`}
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
        <StoreFormFields
          control={form.control}
          keptZone={base.timeZone}
          zoneHelp={day && `It is ${format.weekday(day)} there now. Contracts begin and end at its midnight.`}
        />
      </SheetForm>
      <ContractCounts of={{ store: [storeId] }} />
      {asked && (
        <TimeZoneDialog
          store={base}
          timeZone={asked.timeZone}
          onClose={() => setAsked(null)}
          onConfirm={() => {
            setAsked(null);
            record.save(asked);
          }}
        />
      )}
      {met && (
        <FlatConflict
          what="store"
          me={session.user.name}
          versions={met.versions}
          records={met.records}
          labels={fieldLabels}
          wordsOf={(field, fields) => fieldWords(field, fields, format.locale)}
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
