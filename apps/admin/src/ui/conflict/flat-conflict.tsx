"use client";

import { ConflictDialog, type ConflictDialogProps } from "./conflict-dialog.tsx";
import { changedFields, joined, type Versions } from "./flat-merge.ts";
import { useChosen } from "./use-chosen.ts";

type FlatConflictProps<Flat> = Pick<
  ConflictDialogProps,
  "what" | "me" | "versions" | "refused" | "isSaving" | "onBack" | "onDiscard"
> & {
  records: Versions<Flat>;
  /** What the fields are called, in the order in which they are shown. */
  labels: Readonly<Record<keyof Flat & string, string>>;
  wordsOf: (field: keyof Flat & string, record: Flat) => string;
  /** What the rules say against what would be saved; nothing where it may be. */
  against: (record: Flat) => readonly string[];
  onSave: (record: Flat) => void;
};

/** The conflict of a record whose fields stand each for itself and whose history names nobody. */
export function FlatConflict<Flat>(props: FlatConflictProps<Flat>) {
  const { records, labels, wordsOf, against, onSave, ...rest } = props;
  const [chosen, choose] = useChosen(rest.versions.now);
  // the names of a record of exactly these fields
  const fields = Object.keys(labels) as (keyof Flat & string)[];
  const changed = changedFields(fields, records);
  const record = joined(changed, records, chosen);
  const broken = against(record);
  const words = (field: keyof Flat & string, version: Flat) => ({
    text: wordsOf(field, version),
    note: null,
  });
  const rows = changed.map(({ field, by }) => ({
    key: field,
    label: labels[field],
    was: words(field, records.base),
    theirs: words(field, records.theirs),
    mine: words(field, records.mine),
    by,
  }));
  return (
    <ConflictDialog
      {...rest}
      said={`Somebody saved version ${rest.versions.now}.`}
      they={{ name: "Theirs", head: "Theirs" }}
      rows={{
        choices: rows
          .filter(({ by }) => by === "clash")
          .map((row) => ({
            ...row,
            chosen: chosen.get(row.key) ?? null,
            refused: { theirs: null, mine: null },
          })),
        joined: rows.flatMap((row) => (row.by === "clash" ? [] : [{ ...row, by: row.by }])),
        refused: [],
      }}
      broken={broken}
      onChoose={choose}
      onSave={() => {
        if (broken.length === 0) onSave(record);
      }}
    />
  );
}
