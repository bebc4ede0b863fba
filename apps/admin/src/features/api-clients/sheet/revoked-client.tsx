"use client";

import { Button } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { Code } from "../../../ui/code.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { roleWord, storesWords } from "../../users/words.ts";
import { scopesWords } from "../words.ts";
import { ClientFacts } from "./client-facts.tsx";
import classes from "./sheet.module.css";

/** A program that may call no more: what it was. */
export function RevokedClient({ client, row }: { client: ApiClient; row: OpenRow }) {
  const format = useFormat();
  const { timeZone, stores } = useDesk();
  const { clientId, name, role, scopes, revokedAt } = client;
  const close = () => row.open(null);
  return (
    <Beside
      label={name}
      title={name}
      below={<Code>{clientId}</Code>}
      onClose={close}
      foot={
        <Button variant="default" onClick={close}>
          Close
        </Button>
      }
    >
      <div className={classes.facts}>
        <Notice tone="grey" title={`Revoked${revokedAt ? ` on ${format.dayOf(revokedAt, timeZone)}` : ""}.`}>
          For good: what it did stays in the history. Make a new client where the program is to call again.
        </Notice>
        <ClientFacts client={client} />
        <Facts
          items={[
            { label: "Role", value: roleWord(role) },
            { label: "Stores", value: storesWords(client, stores) },
            { label: "May", value: scopesWords(scopes) },
          ]}
        />
      </div>
    </Beside>
  );
}
