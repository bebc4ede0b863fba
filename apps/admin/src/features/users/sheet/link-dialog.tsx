"use client";

import { Textarea } from "@mantine/core";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useCopyNow } from "../../../ui/fields/use-copy-now.tsx";
import { ShownOnceDialog } from "../../../ui/floating/shown-once-dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./sheet.module.css";

export type LinkToShow = Invitation & { path: string };

/** The link by which somebody sets their password. It is shown this once: "Done" waits until it is copied or ticked. */
export function LinkDialog({ link, onDone }: { link: LinkToShow; onDone: () => void }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const [isKept, setIsKept] = useState(false);
  const { user, path, endsAt } = link;
  const copyNow = useCopyNow<HTMLTextAreaElement>(`${window.location.origin}${path}`, () => setIsKept(true));
  return (
    <ShownOnceDialog
      title={user.state === "INVITED" ? `${user.name} is invited` : `A new password for ${user.name}`}
      tick="I have the link"
      isKept={isKept}
      onKept={setIsKept}
      onDone={onDone}
    >
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
        {...copyNow}
        classNames={{ input: classes.link ?? "" }}
        autosize
        label={`Link for ${user.email}`}
      />
      <p className={classes.until}>
        Good once, for 48 hours: until {format.dateTime(endsAt, timeZone)}. Whoever has it can set the
        password, so hand it to {user.name} alone.
      </p>
    </ShownOnceDialog>
  );
}
