"use client";

import type { User } from "@vehicle-contracts/contract-model";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { Mark } from "../../../ui/mark.tsx";
import { Person } from "../../../ui/person.tsx";
import type { useFormat } from "../../../ui/use-format.ts";
import { roleWord, seenWords, storesWords } from "../words.ts";
import { StateCell } from "./state-cell.tsx";
import classes from "./table.module.css";

export type ColumnFacts = {
  /** What is sought is marked where it stands. */
  sought: string;
  /** When the list was read (RFC 3339): what is left, and how long ago, is told from then. */
  now: string;
  timeZone: string;
  stores: readonly { storeId: string; name: string }[];
  /** Who reads. */
  selfId: string;
  format: ReturnType<typeof useFormat>;
};

export const userColumns = (facts: ColumnFacts): readonly DataColumn<User>[] => {
  const { sought, now, timeZone, stores, selfId, format } = facts;
  const mark = (text: string) => (sought === "" ? text : <Mark text={text} sought={sought} />);
  return [
    {
      id: "user",
      header: "User",
      width: "37%",
      narrowWidth: "44%",
      skeleton: "two-lines",
      cell: ({ userId, name, email, state }) => (
        <Person
          name={name}
          plain={state !== "ACTIVE"}
          top={
            <span className={classes.name} data-muted={state === "DISABLED" || undefined}>
              <span className={classes.nameText}>{mark(name)}</span>
              {userId === selfId && <span className={classes.you}>you</span>}
            </span>
          }
          below={mark(email)}
        />
      ),
    },
    {
      id: "role",
      header: "Role",
      width: "15%",
      narrowWidth: "18%",
      cell: ({ role, state }) => (
        <span className={classes.role} data-muted={state === "DISABLED" || undefined}>
          {roleWord(role)}
        </span>
      ),
    },
    {
      id: "stores",
      header: "Stores",
      width: "19%",
      narrowWidth: "18%",
      cell: (user) => <span title={storesWords(user, stores)}>{storesWords(user, stores)}</span>,
    },
    {
      id: "state",
      header: "State",
      width: "15%",
      narrowWidth: "20%",
      cell: (user) => <StateCell user={user} now={now} />,
    },
    {
      id: "seen",
      header: "Last seen",
      width: "14%",
      wideOnly: true,
      cell: ({ userId, lastSeenAt }) => (
        <span className={classes.seen}>
          {userId === selfId ? "Now" : seenWords(lastSeenAt, { now, timeZone, format })}
        </span>
      ),
    },
  ];
};
