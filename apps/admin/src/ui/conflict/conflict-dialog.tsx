"use client";

import { Button } from "@mantine/core";
import { IconGitMerge } from "@tabler/icons-react";
import { useRef, useState } from "react";
import { ConfirmDialog } from "../floating/confirm-dialog.tsx";
import { Dialog } from "../floating/dialog.tsx";
import { useFocusKept } from "../floating/use-focus-kept.ts";
import { Keys } from "../keys.tsx";
import { Notice } from "../notice.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import classes from "./conflict.module.css";
import type { ConflictRows, Side } from "./conflict-row.ts";
import { ConflictTable } from "./conflict-table.tsx";
import { nextVersionWords } from "./next-version-words.ts";

export type ConflictDialogProps = {
  /** "contract": what changed. */
  what: string;
  /** "Lukas Brandt saved version 10 two minutes ago." */
  said: string;
  /** Whose version is kept now, and what stands above it. */
  they: { name: string; head: string };
  me: string;
  /** The version that was begun from, and the one that is kept now. */
  versions: { from: number; now: number };
  rows: ConflictRows;
  /** What the rules say against it as it is joined; said once nothing is left to choose. */
  broken: readonly string[];
  /** What the server said against what was joined. */
  refused: readonly string[];
  isSaving: boolean;
  onChoose: (key: string, side: Side) => void;
  /** Only asked once all is chosen. */
  onSave: () => void;
  onBack: () => void;
  onDiscard: () => void;
};

/** Somebody was faster: what both changed is joined, what clashes is chosen one by one. Nothing typed is lost. */
export function ConflictDialog(props: ConflictDialogProps) {
  const { what, said, they, me, versions, rows, isSaving, onChoose, onSave, onBack, onDiscard } = props;
  const [askedOf, setAskedOf] = useState<number | null>(null);
  const [isDiscarding, setIsDiscarding] = useState(false);
  const table = useRef<HTMLDivElement>(null);
  useFocusKept(table, versions.now);
  const open = rows.choices.filter(({ chosen }) => chosen === null);

  const save = () => {
    if (isSaving) return;
    setAskedOf(versions.now);
    if (open.length === 0) onSave();
    else table.current?.querySelector<HTMLElement>("[data-open] input:not(:disabled)")?.focus();
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
        title={`This ${what} changed while you were editing`}
        text={`${said} You began from version ${versions.from}. Nothing you typed is lost.`}
        footStart={<span className={classes.footText}>{nextVersionWords(versions.now, rows)}</span>}
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
          <ConflictTable from={versions.from} rows={rows} they={they} me={me} onChoose={onChoose} />
        </div>
        <Against
          open={askedOf === versions.now ? open.length : 0}
          messages={[...(open.length === 0 ? props.broken : []), ...props.refused]}
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
        The {what} stays as it is in version {versions.now}. What you typed is gone, on this device too.
      </ConfirmDialog>
    </>
  );
}

/** Why it cannot be saved as it is. */
function Against({ open, messages }: { open: number; messages: readonly string[] }) {
  if (open > 0)
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
