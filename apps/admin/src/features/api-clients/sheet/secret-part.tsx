"use client";

import { Button } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { SheetLine, SheetPart } from "../../../ui/floating/sheet-part.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import type { SecretToShow } from "./secret-dialog.tsx";

type SecretPartProps = {
  client: ApiClient;
  onSecret: (secret: SecretToShow, from: HTMLElement | null) => void;
};

/** Since when the secret is good, and the way to a new one. */
export function SecretPart({ client, onSecret }: SecretPartProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const [isAsked, setIsAsked] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { secretMadeAt, formerSecretEndsAt } = client;
  return (
    <SheetPart title="Secret">
      <SheetLine
        text={`Made ${format.dayOf(secretMadeAt, timeZone)}`}
        note={
          formerSecretEndsAt
            ? `The one before is good until ${format.dateTime(formerSecretEndsAt, timeZone)}.`
            : "The only one that is good. It is kept as a hash."
        }
        action={
          <Button ref={button} variant="default" size="xs" onClick={() => setIsAsked(true)}>
            New secret…
          </Button>
        }
      />
      {isAsked && (
        <RotateDialog
          client={client}
          onClose={() => setIsAsked(false)}
          onSecret={(secret) => {
            setIsAsked(false);
            onSecret(secret, button.current);
          }}
        />
      )}
    </SheetPart>
  );
}
