"use client";

import type { Vehicle } from "@vehicle-contracts/contract-model";
import { judgeVin } from "@vehicle-contracts/contract-rules";
import { FlatConflict } from "../../../ui/conflict/flat-conflict.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { Around } from "./check-form.ts";
import type { Met, useSaveVehicle } from "./use-save-vehicle.ts";
import { type VehicleWritten, writtenLabels, writtenOf } from "./written.ts";
import { writtenWords } from "./written-words.ts";

type ConflictProps = { base: Vehicle; met: Met; saving: ReturnType<typeof useSaveVehicle>; around: Around };

/** Somebody changed the vehicle meanwhile. */
export function VehicleConflict({ base, met, saving, around }: ConflictProps) {
  const { session } = useDesk();
  const format = useFormat();
  const { theirs, mine, refused } = met;
  const kept = writtenOf(theirs, theirs.vinKind);
  return (
    <FlatConflict<VehicleWritten>
      what="vehicle"
      me={session.user.name}
      versions={{ from: base.version, now: theirs.version }}
      records={{ base: writtenOf(base, base.vinKind), theirs: kept, mine }}
      labels={writtenLabels}
      wordsOf={(field, record) => writtenWords(field, record, format)}
      against={(record) => numberFault(kept, record, around)}
      refused={refused.map(({ message }) => message)}
      isSaving={saving.isSaving}
      onSave={saving.saveJoined}
      onBack={saving.backToEditing}
      onDiscard={saving.discard}
    />
  );
}

/** What the rule says against the number beside the model year, where either was joined in. */
function numberFault(kept: VehicleWritten, record: VehicleWritten, { policy }: Around): string[] {
  const isKept = kept.number === record.number && kept.modelYear === record.modelYear;
  const { result, message } = judgeVin({
    vin: record.number.vin,
    vinKind: record.number.kind === "legacy" ? "legacy" : null,
    modelYear: record.modelYear,
    policy: isKept ? "warn" : policy,
  });
  return result === "ERROR" && message ? [message] : [];
}
