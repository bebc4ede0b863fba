"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { FilterBar } from "../../../ui/filters/filter-bar.tsx";
import type { FilterField } from "../../../ui/filters/filter-field.ts";
import { SearchBox } from "../../../ui/filters/search-box.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { ListHead } from "../../../ui/page/list-head.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";
import { providerList } from "../queries.ts";
import { kindOptions } from "../words.ts";
import type { ProvidersList } from "./use-providers-list.ts";

const fields: readonly FilterField[] = [
  { id: "kind", label: "Who it is", kind: "choice", options: kindOptions },
];

/** The title, how many there are where all of them are known, what narrows the list, and the way to a new one. */
export function ProvidersHead({ list, onNew }: { list: ProvidersList; onNew: () => void }) {
  const { today } = useDesk();
  const may = useMay();
  const { question, cursor } = list.shown;
  const { data: page } = useQuery(providerList(useTRPC(), question, cursor));
  const isWhole = page && page.nextCursor === null && cursor === null;
  const isNarrowed = list.q.trim() !== "" || list.chips.kind !== undefined;
  return (
    <ListHead
      title="Providers"
      note={isWhole && (isNarrowed ? `${page.items.length} found` : page.items.length)}
      end={
        <>
          <SearchBox label="Search providers" placeholder="Name" value={list.q} onChange={list.search} />
          {may.administer && (
            <Button
              leftSection={<IconPlus size={16} />}
              rightSection={<Keys keys="C" bare />}
              onClick={onNew}
            >
              New provider
            </Button>
          )}
        </>
      }
    >
      <FilterBar fields={fields} value={list.chips} onChange={list.filter} today={today} />
    </ListHead>
  );
}
