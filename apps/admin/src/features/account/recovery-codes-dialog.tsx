"use client";

import { Button, Checkbox } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy, IconDownload, IconPrinter } from "@tabler/icons-react";
import { useState } from "react";
import { Dialog } from "../../ui/floating/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { useDesk } from "../session/desk-context.tsx";
import classes from "./account.module.css";
import { recoveryCodesText } from "./recovery-codes-text.ts";
import { saveText } from "./save-text.ts";

type RecoveryCodesDialogProps = { title: string; codes: readonly string[]; onDone: () => void };

/** The recovery codes, this once: copied, saved or printed before the dialog goes. */
export function RecoveryCodesDialog({ title, codes, onDone }: RecoveryCodesDialogProps) {
  const clipboard = useClipboard({ timeout: 4_000 });
  const [isKept, setIsKept] = useState(false);
  const text = recoveryCodesText(codes, useDesk().session.user.email ?? "");
  const keep = (how: () => void) => () => {
    how();
    setIsKept(true);
  };
  return (
    <Dialog
      opened
      onClose={onDone}
      mustDecide
      size="m"
      title={title}
      footStart={
        <Checkbox
          label="I have kept the codes"
          checked={isKept}
          onChange={(event) => setIsKept(event.currentTarget.checked)}
        />
      }
      foot={
        <Button disabled={!isKept} onClick={onDone}>
          Done
        </Button>
      }
    >
      <Notice tone="amber" title="Keep these recovery codes.">
        They are shown this once. When the app is not at hand, each lets you sign in once: keep them where you
        find them without your telephone.
      </Notice>
      <div className={classes.codes}>
        <p className={classes.printed}>Vehicle Contracts: recovery codes, each good once.</p>
        <ol className={classes.codeList} aria-label="Recovery codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
      </div>
      <div className={classes.buttons}>
        <Button
          variant="default"
          data-autofocus
          leftSection={clipboard.copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={keep(() => clipboard.copy(text))}
        >
          {clipboard.copied ? "Copied" : "Copy"}
        </Button>
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          onClick={keep(() => saveText("vehicle-contracts-recovery-codes.txt", text))}
        >
          Download
        </Button>
        <Button
          variant="default"
          leftSection={<IconPrinter size={16} />}
          onClick={keep(() => window.print())}
        >
          Print
        </Button>
      </div>
    </Dialog>
  );
}
