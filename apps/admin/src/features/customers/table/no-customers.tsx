"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { noMatchTitle, whatWouldMatch } from "../../../ui/filters/no-match-words.ts";
import { NoMatch, NothingYet, PastTheEnd } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useMay } from "../../session/use-may.ts";
import { NewCustomerButton } from "../new-customer-button.tsx";
import { customerCount } from "../queries.ts";
import type { CustomersList } from "./use-customers-list.ts";

const hint =
  "Look for the beginning of a name, of an e-mail address, or for five digits of a telephone number.";

/** Why there is no row: nobody is there yet, this page is past the end, or nothing matches. */
export function NoCustomers({ list }: { list: CustomersList }) {
  const may = useMay();
  const filters = Object.keys(list.chips).length;
  const search = list.params.q.trim();
  if (list.pages.after !== null) return <PastTheEnd onFirst={list.pages.reset} />;
  if (filters === 0 && search === "")
    return (
      <NothingYet
        title="No customers yet"
        text={may.write ? "Add the first one, or sell a contract to somebody new." : may.why}
        actions={may.write && <NewCustomerButton />}
      />
    );
  return <Unmatched list={list} search={search} filters={filters} />;
}

type UnmatchedProps = { list: CustomersList; search: string; filters: number };

function Unmatched({ list, search, filters }: UnmatchedProps) {
  const format = useFormat();
  const trpc = useTRPC();
  const may = useMay();
  // with filters and a search, the filters are what is let go first
  const isFilter = filters > 0;
  const wider = { search: isFilter && search !== "" ? list.asked.question.search : null };
  const { data: count } = useQuery(customerCount(trpc, wider));
  const words = whatWouldMatch({ count: count ?? null, filters, search, hint }, format.whole);
  return (
    <NoMatch
      title={noMatchTitle("customer", search, filters)}
      text={isFilter ? words.text : hint}
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
          {!isFilter && may.write && <NewCustomerButton sought={search} />}
        </>
      }
    />
  );
}
