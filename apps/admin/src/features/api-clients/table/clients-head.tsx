"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { Ref } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { SearchBox } from "../../../ui/filters/search-box.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { ListHead } from "../../../ui/page/list-head.tsx";
import { clientList } from "../queries.ts";
import { countWords } from "../words.ts";

type ClientsHeadProps = { list: SearchedList; onNew: () => void; newButton: Ref<HTMLButtonElement> };

/** The title, how many there are where all of them are known, the search, and the way to a new one. */
export function ClientsHead({ list, onNew, newButton }: ClientsHeadProps) {
  const { question, cursor } = list.shown;
  const { data: page } = useQuery(clientList(useTRPC(), question, cursor));
  const isWhole = page && page.nextCursor === null && cursor === null;
  return (
    <ListHead
      title="API clients"
      note={isWhole && (list.q.trim() === "" ? countWords(page.items) : `${page.items.length} found`)}
      end={
        <>
          <SearchBox
            label="Search API clients"
            placeholder="Name or client id"
            value={list.q}
            onChange={list.search}
          />
          <Button
            ref={newButton}
            leftSection={<IconPlus size={16} />}
            rightSection={<Keys keys="C" bare />}
            onClick={onNew}
          >
            New client
          </Button>
        </>
      }
    />
  );
}
