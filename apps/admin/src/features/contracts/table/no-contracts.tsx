"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { noMatchTitle, whatWouldMatch } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";
import { NewContractButton } from "../new-contract-button.tsx";
import { contractCount } from "../queries.ts";
import type { ContractsList } from "./use-contracts-list.ts";

/** Why there is no row: nothing was sold yet, this page is past the end, or nothing matches. */
export function NoContracts({ list }: { list: ContractsList }) {
  const { store } = useDesk();
  const may = useMay();
  const filters = Object.keys(list.chips).length;
  const search = list.params.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (filters === 0 && search === "")
    return (
      <NothingYet
        title={store ? `No contracts in ${store.name} yet` : "No contracts yet"}
        text={may.write ? "Sell the first one." : may.why}
        actions={may.write && <NewContractButton />}
      />
    );
  return <Unmatched list={list} search={search} filters={filters} />;
}

const whose = { provider: "provider", holder: "customer" } as const;

type NobodyThereProps = { missing: readonly (keyof typeof whose)[]; list: ContractsList };

/** The address names somebody who is not here: an old link, or one of another group. */
export function NobodyThere({ missing, list }: NobodyThereProps) {
  const words = missing.map((field) => `the ${whose[field]}`).join(" and ");
  return (
    <NoMatch
      title={`No contract matches: ${words} asked for ${missing.length === 1 ? "is" : "are"} not here`}
      text="The link may be old, or of another group."
      actions={
        <Button
          variant="default"
          onClick={() =>
            list.filter({ ...list.chips, ...Object.fromEntries(missing.map((field) => [field, []])) })
          }
        >
          {missing.length === 1 ? "Remove the filter" : "Remove the filters"}
        </Button>
      }
    />
  );
}

const hint =
  "Look for a part of the VIN (4 characters or more), of the plate (3 or more), or for the beginning of a number or name.";

type UnmatchedProps = { list: ContractsList; search: string; filters: number };

function Unmatched({ list, search, filters }: UnmatchedProps) {
  const format = useFormat();
  const trpc = useTRPC();
  const { store } = useDesk();
  // with filters and a search, the filters are what is let go first
  const isFilter = filters > 0;
  const storeId = store ? [store.storeId] : null;
  const wider = {
    search: isFilter && search !== "" ? list.asked.question.search : null,
    filter: { storeId },
  };
  const { data: count } = useQuery(contractCount(trpc, wider));
  const words = whatWouldMatch({ count: count ?? null, filters, search, hint }, format.whole);
  return (
    <NoMatch
      title={noMatchTitle("contract", search, filters)}
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
