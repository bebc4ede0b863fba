"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { useClipboard } from "@mantine/hooks";
import { IconCheck, IconCopy } from "@tabler/icons-react";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
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
  const clipboard = useClipboard({ timeout: 4_000 });
  const input = useRef<HTMLInputElement>(null);
  const [isStored, setIsStored] = useState(false);
  const { apiClient, clientSecret } = secret;
  const { name, clientId, version, formerSecretEndsAt } = apiClient;
  const copy = () => {
    // a browser without a clipboard leaves the secret marked, to be copied by hand
    input.current?.select();
    clipboard.copy(clientSecret);
  };
  return (
    <Dialog
      opened
      onClose={onDone}
      mustDecide
      size="m"
      title={version === 1 ? `${name} is ready` : `${name} has a new secret`}
      footStart={
        <Checkbox
          label="I have stored the secret"
          checked={isStored}
          onChange={(event) => setIsStored(event.currentTarget.checked)}
        />
      }
      foot={
        <Button disabled={!isStored} onClick={onDone}>
          Done
        </Button>
      }
    >
      <div className={classes.secretFields}>
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
          ref={input}
          classNames={{ input: classes.mono ?? "" }}
          label="Client secret"
          readOnly
          autoComplete="off"
          value={clientSecret}
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
        <div>
          <div className={classes.partTitle}>Ask for a token</div>
          <pre className={classes.ask}>{askForToken}</pre>
        </div>
      </div>
    </Dialog>
  );
}
