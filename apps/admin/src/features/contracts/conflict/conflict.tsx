"use client";

import type { Contract } from "@vehicle-contracts/contract-model";
import { isFinal } from "../form/fixed.ts";
import type { Met, useSaveContract } from "../form/use-save-contract.ts";
import { ContractConflictDialog } from "./conflict-dialog.tsx";
import { FinalDialog } from "./final-dialog.tsx";

type ConflictProps = {
  base: Contract;
  met: Met;
  saving: ReturnType<typeof useSaveContract>;
  today: string;
  correction: boolean;
};

/** What is asked of somebody whose contract was changed meanwhile: to join, or only to keep the notes. */
export function Conflict({ base, met, saving, today, correction }: ConflictProps) {
  const { theirs, mine, changedSince, metAt, refused } = met;
  const versions = { base, theirs, mine };
  if (isFinal(theirs.effectiveStatus))
    return (
      <FinalDialog
        versions={versions}
        changedSince={changedSince}
        isSaving={saving.isSaving}
        onSaveNotes={(notes) => saving.saveJoined({ ...theirs, notes })}
        onSee={saving.discard}
        onBack={saving.backToEditing}
      />
    );
  return (
    <ContractConflictDialog
      versions={versions}
      changedSince={changedSince}
      metAt={metAt}
      today={today}
      correction={correction}
      isSaving={saving.isSaving}
      refused={refused}
      onSave={saving.saveJoined}
      onBack={saving.backToEditing}
      onDiscard={saving.discard}
    />
  );
}
