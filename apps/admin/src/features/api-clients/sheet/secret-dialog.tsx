"use client";

import { TextInput } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { useCopyNow } from "../../../ui/fields/use-copy-now.tsx";
import { ShownOnceDialog } from "../../../ui/floating/shown-once-dialog.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./sheet.module.css";

export type SecretToShow = { apiClient: ApiClient; clientSecret: string };

const askForToken = `curl -u "$CLIENT_ID:$CLIENT_SECRET" \\
  -d grant_type=client_credentials \\
  $API_URL/oauth/token`;

/** The secret of a program. It is shown this once: "Done" waits for the tick. */
export function SecretDialog({ secret, onDone }: { secret: SecretToShow; onDone: () => void }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const [isStored, setIsStored] = useState(false);
  const { apiClient, clientSecret } = secret;
  const { name, clientId, version, formerSecretEndsAt } = apiClient;
  const copyNow = useCopyNow<HTMLInputElement>(clientSecret);
  return (
    <ShownOnceDialog
      title={version === 1 ? `${name} is ready` : `${name} has a new secret`}
      tick="I have stored the secret"
      isKept={isStored}
      onKept={setIsStored}
      onDone={onDone}
    >
      <Notice tone="amber" title="Copy the secret now.">
        Only a hash of it is kept, so it cannot be shown again. If it is lost, make a new one.
        {formerSecretEndsAt &&
          ` The one before is good until ${format.dateTime(formerSecretEndsAt, timeZone)}.`}
      </Notice>
      <TextInput
        classNames={{ input: classes.mono ?? "" }}
        label="Client id"
        readOnly
        value={clientId}
        rightSection={<CopyButton text={clientId} what="client id" />}
      />
      <TextInput
        {...copyNow}
        classNames={{ input: classes.mono ?? "" }}
        label="Client secret"
        autoComplete="off"
      />
      <div>
        <div className={classes.askTitle}>Ask for a token</div>
        <pre className={classes.ask}>{askForToken}</pre>
      </div>
    </ShownOnceDialog>
  );
}
