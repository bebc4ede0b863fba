"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { SearchBox } from "../../../ui/filters/search-box.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { ListHead } from "../../../ui/page/list-head.tsx";
import { storeList } from "../queries.ts";

/** The title, how many there are where all of them are known, the search, and the way to a new one. */
export function StoresHead({ list, onNew }: { list: SearchedList; onNew: () => void }) {
  const { question, cursor } = list.shown;
  const { data: page } = useQuery(storeList(useTRPC(), question, cursor));
  const isWhole = page && page.nextCursor === null && cursor === null;
  return (
    <ListHead
      title="Stores"
      note={isWhole && (list.q.trim() === "" ? page.items.length : `${page.items.length} found`)}
      end={
        <>
          <SearchBox label="Search stores" placeholder="Name" value={list.q} onChange={list.search} />
          <Button leftSection={<IconPlus size={16} />} rightSection={<Keys keys="C" bare />} onClick={onNew}>
            New store
          </Button>
        </>
      }
    />
  );
}
