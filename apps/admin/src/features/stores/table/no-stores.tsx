"use client";

import { Button } from "@mantine/core";
import { IconBuildingStore, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { noMatchTitle, whatWouldMatch } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { storeList } from "../queries.ts";

/** Why there is no row: none was added yet, this page is past the end, or nothing matches. */
export function NoStores({ list, onNew }: { list: SearchedList; onNew: () => void }) {
  const search = list.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (search !== "") return <Unmatched list={list} search={search} />;
  return (
    <NothingYet
      icon={<IconBuildingStore size={22} />}
      title="No stores yet"
      text="A store sells and looks after contracts; its day decides which of them are active. Add the first one."
      actions={
        <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
          New store
        </Button>
      }
    />
  );
}

function Unmatched({ list, search }: { list: SearchedList; search: string }) {
  const format = useFormat();
  const { data: page } = useQuery(storeList(useTRPC(), { search: null }));
  const count = page ? { count: page.items.length, capped: page.nextCursor !== null } : null;
  const facts = { count, filters: 0, search, hint: "Look for any part of the name." };
  const words = whatWouldMatch(facts, format.whole);
  return (
    <NoMatch
      title={noMatchTitle("store", search, 0)}
      text={words.text}
      actions={
        words.action && (
          <Button variant="default" onClick={() => list.search("")}>
            {words.action}
          </Button>
        )
      }
    />
  );
}
