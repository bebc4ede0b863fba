"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { DataTableHandle } from "../../../ui/data-table/data-column.ts";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { useFocusOnArrival } from "../../../ui/data-table/use-focus-on-arrival.ts";
import { NoMatch } from "../../../ui/states/empties.tsx";
import { userList } from "../queries.ts";
import type { UsersList } from "../use-users-list.ts";
import { userColumns } from "./columns.tsx";
import { useColumnFacts } from "./use-column-facts.ts";
import type { useOpenOnlyHit } from "./use-open-only-hit.ts";

type UsersTableProps = {
  list: UsersList;
  openId: string | null;
  onOpen: (userId: string) => void;
  hit: ReturnType<typeof useOpenOnlyHit>;
};

/** The users of the question that is shown; there is always one, who reads. */
export function UsersTable({ list, openId, onOpen, hit }: UsersTableProps) {
  const trpc = useTRPC();
  const { data: page, dataUpdatedAt } = useSuspenseQuery(userList(trpc, list.shown));
  const facts = useColumnFacts(list.shown.search.trim(), dataUpdatedAt);
  const table = useRef<DataTableHandle>(null);
  useFocusOnArrival(hit.focusRows && !list.isStale && page.items.length > 0, table, hit.focused);
  return (
    <>
      <DataTable
        label="Users"
        columns={userColumns(facts)}
        rows={page.items}
        rowId={({ userId }) => userId}
        onOpen={({ userId }) => onOpen(userId)}
        openId={openId}
        isStale={list.isStale}
        handle={table}
        empty={
          <NoMatch
            title={`No user matches “${list.shown.search}”`}
            text="Any part of a name or an e-mail address matches."
            actions={
              <Button variant="default" onClick={() => list.search("")}>
                Show all users
              </Button>
            }
          />
        }
      />
      {(page.nextCursor !== null || list.pages.after !== null) && (
        <Pager pages={list.pages} shown={page.items.length} nextCursor={page.nextCursor} noun="users" />
      )}
    </>
  );
}
