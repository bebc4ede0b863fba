"use client";

import { missingName, type Party } from "@vehicle-contracts/contract-model";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { Met, Saving } from "../form/use-save-customer.ts";
import { writtenOf } from "../form/written.ts";
import { type FlatParty, flatVersions, writtenOfFlat } from "./flat-party.ts";
import { partWords } from "./part-words.ts";

type ConflictProps = { base: Party; met: Met; saving: Saving };

/** Somebody changed the customer meanwhile: fields, channels of consent and addresses are joined one by one. */
export function CustomerConflict({ base, met, saving }: ConflictProps) {
  const { session } = useDesk();
  const { locale } = useFormat();
  const { theirs, mine, refused } = met;
  const { records, labels } = flatVersions({ base: writtenOf(base), theirs: writtenOf(theirs), mine });
  return (
    <FlatConflict<FlatParty>
      what="customer"
      me={session.user.name}
      versions={{ from: base.version, now: theirs.version }}
      records={records}
      labels={labels}
      wordsOf={(part, record) => partWords(part, record, locale)}
      against={nameless}
      refused={refused.map(({ message }) => message)}
      isSaving={saving.isSaving}
      onSave={(record) => saving.saveJoined(writtenOfFlat(record))}
      onBack={saving.backToEditing}
      onDiscard={saving.discard}
    />
  );
}

/** What was joined may be a company of which only a person's name was typed. */
function nameless(record: FlatParty): string[] {
  const missing = missingName(writtenOfFlat(record));
  return missing ? [missing.message] : [];
}
