"use client";

import type { ApiClient } from "@vehicle-contracts/contract-model";
import type { Met, useRecordForm } from "../../../trpc/use-record-form.ts";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { hasStore, noStore } from "../../stores/grant.ts";
import { roleWord, storesWords } from "../../users/words.ts";
import { scopesWords } from "../words.ts";
import { type ClientForm, fieldLabels } from "./client-form.ts";

type ClientConflictProps = {
  met: Met<ClientForm>;
  record: ReturnType<typeof useRecordForm<ClientForm, ApiClient>>;
};

/** Another administrator has changed the same client meanwhile. */
export function ClientConflict({ met, record }: ClientConflictProps) {
  const { session, stores } = useDesk();
  const wordsOf = (field: keyof ClientForm, { name, role, stores: grant, scopes }: ClientForm): string => {
    if (field === "name") return name;
    if (field === "role") return roleWord(role);
    if (field === "scopes") return scopesWords(scopes);
    return storesWords({ allStores: grant.all, storeIds: grant.ids }, stores);
  };
  return (
    <FlatConflict
      what="API client"
      me={session.user.name}
      versions={met.versions}
      records={met.records}
      labels={fieldLabels}
      wordsOf={wordsOf}
      against={(joined) => (hasStore(joined) ? [] : [noStore.message])}
      refused={met.refused}
      isSaving={record.isSaving}
      onSave={record.saveJoined}
      onBack={record.backToEditing}
      onDiscard={record.discard}
    />
  );
}
