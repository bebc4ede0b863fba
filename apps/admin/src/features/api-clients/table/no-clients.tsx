"use client";

import { Button } from "@mantine/core";
import { IconPlugConnected, IconPlus } from "@tabler/icons-react";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";

/** Why there is no row: none was made yet, this page is past the end, or nothing matches. */
export function NoClients({ list, onNew }: { list: SearchedList; onNew: () => void }) {
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (list.q.trim() !== "")
    return (
      <NoMatch
        title={`No API client matches “${list.q.trim()}”`}
        text="Any part of a name or a client id matches."
        actions={
          <Button variant="default" onClick={() => list.search("")}>
            Show all API clients
          </Button>
        }
      />
    );
  return (
    <NothingYet
      icon={<IconPlugConnected size={22} />}
      title="No API clients yet"
      text="A program calls the register by an API client: what it may do, in which stores, and a secret of its own. Make the first one."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
          New client
        </Button>
      }
    />
  );
}
