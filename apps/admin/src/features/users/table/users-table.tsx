"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { DataTable } from "../../../ui/data-table/data-table.tsx";
import { Pager } from "../../../ui/data-table/pager.tsx";
import { NoMatch } from "../../../ui/states/states.tsx";
import { userList } from "../queries.ts";
import type { UsersList } from "../use-users-list.ts";
import { userColumns } from "./columns.tsx";
import { useColumnFacts } from "./use-column-facts.ts";

type UsersTableProps = { list: UsersList; openId: string | null; onOpen: (userId: string) => void };

/** The users of the question that is shown; there is always one, who reads. */
export function UsersTable({ list, openId, onOpen }: UsersTableProps) {
  const trpc = useTRPC();
  const { data: page, dataUpdatedAt } = useSuspenseQuery(userList(trpc, list.shown));
  const facts = useColumnFacts(list.shown.search.trim(), dataUpdatedAt);
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
