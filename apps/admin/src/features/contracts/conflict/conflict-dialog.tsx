"use client";

import type { ChangedSince, ProblemField } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import { ConflictDialog } from "../../../ui/conflict/conflict-dialog.tsx";
import { useChosen } from "../../../ui/conflict/use-chosen.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { ChangedPart } from "./merge.ts";
import { partLabel, partWords } from "./part-words.ts";
import { settle, type Versions } from "./settle.ts";
import { useKnownNames } from "./use-known-names.ts";
import { lastChange, savedWords, whoWords } from "./who-changed.ts";

type ContractConflictProps = {
  versions: Versions;
  changedSince: readonly ChangedSince[];
  /** When the conflict was met, RFC 3339. */
  metAt: string;
  /** The contract's store's. */
  today: string;
  correction: boolean;
  isSaving: boolean;
  /** What the server said against the joined contract. */
  refused: readonly ProblemField[];
  onSave: (record: WrittenFields) => void;
  onBack: () => void;
  onDiscard: () => void;
};

/** The conflict of a contract, by the rules of contracts. */
export function ContractConflictDialog(props: ContractConflictProps) {
  const { versions, changedSince, metAt, today, correction, refused, onSave, ...rest } = props;
  const { base, theirs, mine } = versions;
  const format = useFormat();
  const { timeZone, session } = useDesk();
  const [chosen, choose] = useChosen(theirs.version);
  const settled = settle(versions, chosen, { today, correction });
  const names = useKnownNames([base, theirs, mine]);
  const last = lastChange(changedSince);

  const words = (part: ChangedPart, version: "base" | "theirs" | "mine") =>
    partWords(part, part[version], versions[version], base, format, names);
  const row = (part: ChangedPart) => ({
    key: part.key,
    label: partLabel(part),
    was: words(part, "base"),
    theirs: words(part, "theirs"),
    mine: words(part, "mine"),
  });
  return (
    <ConflictDialog
      {...rest}
      what="contract"
      said={savedWords(theirs, changedSince, format, { now: metAt, timeZone })}
      they={{
        name: last?.by.name ?? "Theirs",
        head: `${whoWords(changedSince)}${last ? `, ${format.time(last.at, timeZone)}` : ""}`,
      }}
      me={session.user.name}
      versions={{ from: base.version, now: theirs.version }}
      rows={{
        choices: settled.choices.map(({ part, ...choice }) => ({ ...row(part), ...choice })),
        joined: settled.joinedParts.map((part) => ({ ...row(part), by: part.by })),
        refused: settled.refusedParts.map(({ part, reason }) => ({ ...row(part), reason })),
      }}
      broken={settled.broken.map(({ message }) => message)}
      refused={refused.map(({ message }) => message)}
      onChoose={choose}
      onSave={() => {
        if (settled.record) onSave(settled.record);
      }}
    />
  );
}
