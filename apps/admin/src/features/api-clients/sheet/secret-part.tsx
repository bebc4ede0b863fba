"use client";

import { Button } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useRef, useState } from "react";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { RotateDialog } from "./rotate-dialog.tsx";
import type { SecretToShow } from "./secret-dialog.tsx";
import classes from "./sheet.module.css";

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
    <section className={classes.part} aria-label="Secret">
      <h3 className={classes.partTitle}>Secret</h3>
      <div className={classes.line}>
        <span className={classes.lineText}>
          Made {format.dayOf(secretMadeAt, timeZone)}
          <span className={classes.lineNote}>
            {formerSecretEndsAt
              ? `The one before is good until ${format.dateTime(formerSecretEndsAt, timeZone)}.`
              : "The only one that is good. It is kept as a hash."}
          </span>
        </span>
        <Button ref={button} variant="default" size="xs" onClick={() => setIsAsked(true)}>
          New secret…
        </Button>
      </div>
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
    </section>
  );
}
