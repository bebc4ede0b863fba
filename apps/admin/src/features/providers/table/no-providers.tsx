"use client";

import { Button } from "@mantine/core";
import { IconPlus, IconShieldHalf } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { noMatchTitle, whatWouldMatch } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useMay } from "../../session/use-may.ts";
import { providerList } from "../queries.ts";
import type { ProvidersList } from "./use-providers-list.ts";

type NoProvidersProps = { list: ProvidersList; onNew: () => void };

/** Why there is no row: none was added yet, this page is past the end, or nothing matches. */
export function NoProviders({ list, onNew }: NoProvidersProps) {
  const may = useMay();
  const filters = Object.keys(list.chips).length;
  const search = list.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (filters === 0 && search === "")
    return (
      <NothingYet
        icon={<IconShieldHalf size={22} />}
        title="No providers yet"
        text={
          may.administer
            ? "A provider carries the risk of a contract. Add the first one, then contracts can name it."
            : "A provider carries the risk of a contract. An administrator of your group can add them."
        }
        actions={
          may.administer && (
            <Button leftSection={<IconPlus size={16} />} onClick={onNew}>
              New provider
            </Button>
          )
        }
      />
    );
  return <Unmatched list={list} search={search} filters={filters} />;
}

type UnmatchedProps = { list: ProvidersList; search: string; filters: number };

function Unmatched({ list, search, filters }: UnmatchedProps) {
  const format = useFormat();
  // with a filter and a search, the filter is what is let go first
  const isFilter = filters > 0;
  const wider = { search: isFilter && search !== "" ? search : null, filter: { kind: null } };
  const { data: page } = useQuery(providerList(useTRPC(), wider));
  const count = page ? { count: page.items.length, capped: page.nextCursor !== null } : null;
  const hint = "Look for any part of the name.";
  const words = whatWouldMatch({ count, filters, search, hint }, format.whole);
  return (
    <NoMatch
      title={noMatchTitle("provider", search, filters)}
      text={words.text}
      actions={
        <>
          {words.action && (
            <Button variant="default" onClick={() => (isFilter ? list.filter({}) : list.search(""))}>
              {words.action}
            </Button>
          )}
          {isFilter && search !== "" && (
            <Button variant="default" onClick={list.clear}>
              Clear all
            </Button>
          )}
        </>
      }
    />
  );
}
