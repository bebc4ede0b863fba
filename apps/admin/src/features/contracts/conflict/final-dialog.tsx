"use client";

import { Button } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCircleX, IconCopy } from "@tabler/icons-react";
import type { ChangedSince } from "@vehicle-contracts/contract-model";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./final-dialog.module.css";
import { changedParts } from "./merge.ts";
import { partLabel, partWords } from "./part-words.ts";
import type { Versions } from "./settle.ts";
import { useKnownNames } from "./use-known-names.ts";
import { lastChange, whoWords } from "./who-changed.ts";

type FinalDialogProps = {
  versions: Versions;
  changedSince: readonly ChangedSince[];
  isSaving: boolean;
  onSaveNotes: (notes: string | null) => void;
  onSee: () => void;
  onBack: () => void;
};

const states = { CANCELLED: "cancelled", VOID: "voided" } as const;

/** The contract is in a final state by now: no merge; what was typed to copy, and the notes to save. */
export function FinalDialog({
  versions,
  changedSince,
  isSaving,
  onSaveNotes,
  onSee,
  onBack,
}: FinalDialogProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const clipboard = useClipboard();
  const { base, theirs, mine } = versions;
  const names = useKnownNames([base, theirs, mine]);
  const own = changedParts(base, theirs, mine).filter(({ by }) => by !== "theirs");
  const lines = own.map((part) => ({
    key: part.key,
    label: partLabel(part),
    text: partWords(part, part.mine, mine, base, format, names).text,
    isNotes: part.field === "notes" && part.by !== "both",
    isBeside: part.field === "notes" && part.by === "clash",
  }));
  const notes = lines.find(({ isNotes }) => isNotes);
  const status = theirs.effectiveStatus;
  const last = lastChange(changedSince);
  const at = last ? ` at ${format.time(last.at, timeZone)}` : "";
  const happened =
    status === "CANCELLED" || status === "VOID"
      ? `${whoWords(changedSince)} ${states[status]} this contract${at}.`
      : "This contract has run out meanwhile.";
  const joinedNotes = notes?.isBeside ? [theirs.notes, mine.notes].filter(Boolean).join("\n\n") : mine.notes;
  return (
    <Dialog
      opened
      onClose={onBack}
      size="m"
      flush
      icon={<IconCircleX size={18} className={classes.red} aria-hidden />}
      title="Your changes cannot be saved"
      text={`${happened} ${status === "VOID" ? "A void" : status === "CANCELLED" ? "A cancelled" : "An expired"} contract takes only notes. What you typed is below.`}
      footStart={
        <Button
          variant="default"
          leftSection={<IconCopy size={16} />}
          onClick={() => clipboard.copy(lines.map(({ label, text }) => `${label}: ${text}`).join("\n"))}
        >
          {clipboard.copied ? "Copied" : "Copy all"}
        </Button>
      }
      foot={
        <>
          <Button variant="default" onClick={onSee} data-autofocus={!notes || undefined}>
            See the contract
          </Button>
          {notes && (
            <Button loading={isSaving} data-autofocus onClick={() => onSaveNotes(joinedNotes)}>
              Save the note
            </Button>
          )}
        </>
      }
    >
      <dl className={classes.finals}>
        {lines.map(({ key, label, text, isNotes, isBeside }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd className={classes.finalText}>{text}</dd>
            <dd>
              {isNotes ? (
                <Tag tone="green" icon={IconCheck}>
                  {isBeside ? "can be added below theirs" : "can be saved"}
                </Tag>
              ) : (
                <span className={classes.note}>no longer possible</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
