"use client";

import type { User } from "@vehicle-contracts/contract-model";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { roleWord, storesWords } from "../words.ts";
import type { Met, useSaveUser } from "./use-save-user.ts";
import { recordOf, type UserRecord } from "./user-form.ts";

const labels = { name: "Name", role: "Role", stores: "Stores", disabled: "Access" } as const;

type UserConflictProps = { base: User; met: Met; saving: ReturnType<typeof useSaveUser> };

/** Another administrator has changed the same user meanwhile. */
export function UserConflict({ base, met, saving }: UserConflictProps) {
  const { session, stores } = useDesk();
  const wordsOf = (field: keyof UserRecord, record: UserRecord): string => {
    if (field === "role") return roleWord(record.role);
    if (field === "disabled") return record.disabled ? "Disabled" : "May sign in";
    if (field === "name") return record.name;
    const allStores = record.stores === "all";
    return storesWords({ allStores, storeIds: allStores ? [] : [...record.stores] }, stores);
  };
  return (
    <FlatConflict
      what="user"
      me={session.user.name}
      versions={{ from: base.version, now: met.theirs.version }}
      records={{ base: recordOf(base), theirs: recordOf(met.theirs), mine: met.mine }}
      labels={labels}
      wordsOf={wordsOf}
      against={against}
      refused={met.refused}
      isSaving={saving.isSaving}
      onSave={saving.saveJoined}
      onBack={saving.backToEditing}
      onDiscard={saving.discard}
    />
  );
}

/** What cannot be saved as it is joined: an administrator has all stores, anybody else needs one. */
const against = ({ role, stores }: UserRecord): string[] =>
  role !== "administrator" && stores !== "all" && stores.length === 0 ? ["No store is granted."] : [];
