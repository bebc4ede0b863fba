"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./detail.module.css";

/** What names the record to programs, and how old it is. */
export function RecordCard({ party: { partyId, version, createdAt, updatedAt } }: { party: Party }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return (
    <Card title="Record">
      <Facts
        items={[
          { label: "Added", value: format.dateTime(createdAt, timeZone) },
          ...(version > 1 ? [{ label: "Changed", value: format.dateTime(updatedAt, timeZone) }] : []),
          { label: "Id", value: <Id partyId={partyId} /> },
        ]}
      />
    </Card>
  );
}

const Id = ({ partyId }: { partyId: string }) => (
  <span className={classes.id}>
    {partyId}
    <CopyButton text={partyId} what="id of the customer" />
  </span>
);
