"use client";

import type { ApiClient } from "@vehicle-contracts/contract-model";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";

/** What is known of a program besides what is changed. */
export function ClientFacts({ client }: { client: ApiClient }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const { clientId, lastUsedAt, createdAt, createdBy } = client;
  const made = format.dayOf(createdAt, timeZone);
  return (
    <Facts
      items={[
        // whole in the head of the sheet, where a first thing to focus would stand in the way
        {
          label: "Client id",
          value: (
            <>
              …{clientId.slice(-12)} <CopyButton text={clientId} what="client id" />
            </>
          ),
        },
        { label: "Last used", value: lastUsedAt ? format.dateTime(lastUsedAt, timeZone) : "Never" },
        { label: "Made", value: createdBy ? `${made} by ${createdBy.name}` : made },
      ]}
    />
  );
}
