"use client";

import { Button, Checkbox, Textarea } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./sheet.module.css";

export type LinkToShow = Invitation & { path: string };

/** The link by which somebody sets their password. It is shown this once: "Done" waits until it is copied or ticked. */
export function LinkDialog({ link, onDone }: { link: LinkToShow; onDone: () => void }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const clipboard = useClipboard({ timeout: 4_000 });
  const input = useRef<HTMLTextAreaElement>(null);
  const [isKept, setIsKept] = useState(false);
  const { user, path, endsAt } = link;
  const address = `${window.location.origin}${path}`;

  const copy = () => {
    // a browser without a clipboard leaves the link marked, to be copied by hand
    input.current?.select();
    clipboard.copy(address);
    if (navigator.clipboard) setIsKept(true);
  };
  return (
    <Dialog
      opened
      onClose={onDone}
      mustDecide
      size="m"
      title={user.state === "INVITED" ? `${user.name} is invited` : `A new password for ${user.name}`}
      footStart={
        <Checkbox
          label="I have the link"
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
      <div className={classes.linkFields}>
        {link.mail === "FAILED" && (
          <Notice tone="red" title={`The mail to ${user.email} could not be sent.`}>
            Hand the link over yourself, or look whether the address is right. Whoever runs the register finds
            the reason in its log.
          </Notice>
        )}
        <Notice tone="amber" title="Copy the link now.">
          Only a hash of it is kept, so it cannot be shown again. If it is lost, make a new one; this one is
          then no longer good.
        </Notice>
        <Textarea
          ref={input}
          classNames={{ input: classes.link ?? "" }}
          autosize
          label={`Link for ${user.email}`}
          readOnly
          value={address}
          onFocus={(event) => event.currentTarget.select()}
          rightSectionWidth={92}
          rightSection={
            <Button
              size="xs"
              data-autofocus
              leftSection={clipboard.copied ? <IconCheck size={14} /> : <IconCopy size={14} />}
              onClick={copy}
            >
              {clipboard.copied ? "Copied" : "Copy"}
            </Button>
          }
        />
        <p className={classes.until}>
          Good once, for 48 hours: until {format.dateTime(endsAt, timeZone)}. Whoever has it can set the
          password, so hand it to {user.name} alone.
        </p>
      </div>
    </Dialog>
  );
}
