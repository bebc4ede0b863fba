"use client";

import { Button } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import type { ChangedSince, ProblemField } from "@vehicle-contracts/contract-model";
import type { WrittenFields } from "@vehicle-contracts/contract-rules";
import { useRef, useState } from "react";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./conflict.module.css";
import { ConflictTable } from "./conflict-table.tsx";
import type { Side } from "./merge.ts";
import { nextVersionWords } from "./next-version-words.ts";
import { settle, type Versions } from "./settle.ts";
import { savedWords } from "./who-changed.ts";

export type ConflictDialogProps = {
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

/** Somebody was faster: what both changed is joined, what clashes is chosen one by one. Nothing typed is lost. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { versions, changedSince, metAt, today, correction, isSaving, refused, onSave, onBack, onDiscard } =
    props;
  const format = useFormat();
  const { timeZone, session } = useDesk();
  const [chosen, setChosen] = useState<ReadonlyMap<string, Side>>(new Map());
  const [isAsked, setIsAsked] = useState(false);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  const settled = settle(versions, chosen, { today, correction });
  const open = settled.choices.filter((choice) => choice.chosen === null);
  const said = savedWords(versions.theirs, changedSince, format, { now: metAt, timeZone });

  const choose = (key: string, side: Side) => setChosen((before) => new Map([...before, [key, side]]));
  const save = () => {
    if (isSaving) return;
    setIsAsked(true);
    if (open.length > 0) {
      table.current?.querySelector<HTMLElement>("[data-open] input:not(:disabled)")?.focus();
      return;
    }
    if (settled.record) onSave(settled.record);
  };
  useShortcut("mod+Enter", "Save joined", save, { group: "Conflict", when: !isDiscarding });
  return (
    <>
      <Dialog
        opened
        // Escape in the question below is for the question alone
        onClose={() => !isDiscarding && onBack()}
        size="l"
        flush
        icon={<IconGitMerge size={18} className={classes.accent} aria-hidden />}
        title="This contract changed while you were editing"
        text={`${said} You began from version ${versions.base.version}. Nothing you typed is lost.`}
        footStart={
          <span className={classes.footText}>{nextVersionWords(versions.theirs.version, settled)}</span>
        }
        foot={
          <>
            <Button variant="subtle" onClick={() => setIsDiscarding(true)}>
              Discard mine…
            </Button>
            <Button variant="default" rightSection={<Keys keys="Escape" />} onClick={onBack}>
              Back to editing
            </Button>
            <Button rightSection={<Keys keys="mod+Enter" bare />} loading={isSaving} onClick={save}>
              Save joined
            </Button>
          </>
        }
      >
        <div ref={table}>
          <ConflictTable
            versions={versions}
            settled={settled}
            changedSince={changedSince}
            me={session.user.name}
            onChoose={choose}
          />
        </div>
        <Against
          isAsked={isAsked}
          open={open.length}
          broken={open.length === 0 ? settled.broken : []}
          refused={refused}
        />
      </Dialog>
      <ConfirmDialog
        opened={isDiscarding}
        onClose={() => setIsDiscarding(false)}
        title="Discard what you changed?"
        effect="Discard mine"
        keep="Keep it"
        danger
        onConfirm={onDiscard}
      >
        The contract stays as it is in version {versions.theirs.version}. What you typed is gone, on this
        device too.
      </ConfirmDialog>
    </>
  );
}

type AgainstProps = {
  isAsked: boolean;
  open: number;
  broken: readonly ProblemField[];
  refused: readonly ProblemField[];
};

/** Why it cannot be saved as it is. */
function Against({ isAsked, open, broken, refused }: AgainstProps) {
  const messages = [...broken, ...refused].map(({ message }) => message);
  if (isAsked && open > 0)
    return (
      <div className={classes.against}>
        <Notice
          tone="red"
          title={open === 1 ? "One field is still to choose." : `${open} fields are still to choose.`}
        >
          Press 1 for theirs or 2 for yours.
        </Notice>
      </div>
    );
  if (messages.length === 0) return null;
  return (
    <div className={classes.against}>
      <Notice tone="red" title="Joined like this, the rules refuse it.">
        {messages.join(" ")} Choose otherwise, or go back to editing.
      </Notice>
    </div>
  );
}
