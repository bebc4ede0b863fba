"use client";

import type { ApiClient } from "@vehicle-contracts/contract-model";
import { todayIn } from "@vehicle-contracts/contract-rules/temporal";
import { Code } from "../../../ui/code.tsx";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import type { useFormat } from "../../../ui/use-format.ts";
import { roleWord, storesWords } from "../../users/words.ts";
import { scopesWords } from "../words.ts";
import { SecretCell } from "./secret-cell.tsx";
import classes from "./table.module.css";

export type ColumnFacts = {
  /** What is sought is marked where it stands. */
  sought: string | null;
  timeZone: string;
  stores: readonly { storeId: string; name: string }[];
  format: ReturnType<typeof useFormat>;
};

export const clientColumns = (facts: ColumnFacts): readonly DataColumn<ApiClient>[] => {
  const { sought, timeZone, stores, format } = facts;
  const day = (at: string) => format.dateShort(todayIn(timeZone, at));
  return [
    {
      id: "client",
      header: "Client",
      width: "22%",
      narrowWidth: "36%",
      skeleton: "two-lines",
      cell: ({ name, clientId, state }) => (
        <TwoLines
          top={
            <span className={classes.name} data-muted={state !== "ACTIVE" || undefined}>
              <Mark text={name} sought={sought} />
            </span>
          }
          below={<Code>{`…${clientId.slice(-12)}`}</Code>}
        />
      ),
    },
    {
      id: "role",
      header: "Role",
      width: "13%",
      narrowWidth: "20%",
      cell: ({ role }) => roleWord(role),
    },
    {
      id: "stores",
      header: "Stores",
      width: "13%",
      wideOnly: true,
      cell: (client) => <span title={storesWords(client, stores)}>{storesWords(client, stores)}</span>,
    },
    {
      id: "scopes",
      header: "May",
      width: "20%",
      wideOnly: true,
      cell: ({ scopes }) => <span title={scopesWords(scopes)}>{scopesWords(scopes)}</span>,
    },
    {
      id: "used",
      header: "Last used",
      width: "11%",
      narrowWidth: "18%",
      cell: ({ lastUsedAt }) => (lastUsedAt ? format.dayOf(lastUsedAt, timeZone) : "Never"),
    },
    {
      id: "secret",
      header: "Secret",
      width: "21%",
      narrowWidth: "26%",
      skeleton: "badge",
      cell: (client) => <SecretCell client={client} day={day} />,
    },
  ];
};
