"use client";

import { type UseQueryResult, useQueries, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import type { FilterValue } from "../../../ui/filters/filter-field.ts";
import { partyById } from "../../customers/queries.ts";
import { providerById, providerChoices } from "../queries.ts";

/** Who a filter's id is: the name, null for nobody of this group, undefined while it is asked. */
type Named = ReadonlyMap<string, string | null | undefined>;

export type FilterNames = { provider: Named; holder: Named };

/** Another failure than "not there" is the list's to say. */
const nameOf = ({ data, error }: UseQueryResult<{ name: string }, unknown>): string | null | undefined =>
  data?.name ?? (error === null ? undefined : problemOf(error).code === "NOT_FOUND" ? null : "…");

/** The names behind the ids in the address: an old link, or one of another group, may name somebody who is not here. */
export function useFilterNames({ provider = [], holder = [] }: FilterValue): FilterNames {
  const trpc = useTRPC();
  const choices = useQuery({ ...providerChoices(trpc), enabled: provider.length > 0 }).data?.items;
  const known = new Map(choices?.map(({ providerId, name }) => [providerId, name]));
  const asked = choices ? provider.filter((id) => !known.has(id)) : [];
  const others = useQueries({ queries: asked.map((id) => providerById(trpc, id)) });
  const holders = useQueries({ queries: holder.map((id) => partyById(trpc, id)) });
  return {
    provider: new Map(
      provider.map((id) => {
        const other = others[asked.indexOf(id)];
        return [id, other ? nameOf(other) : known.get(id)];
      }),
    ),
    holder: new Map(
      holder.map((id, place) => {
        const answer = holders[place];
        return [id, answer && nameOf(answer)];
      }),
    ),
  };
}

/** The filters that name somebody who is not here: no contract can match them. */
export const missingIn = (names: FilterNames): ("provider" | "holder")[] =>
  (["provider", "holder"] as const).filter((field) => [...names[field].values()].includes(null));

/** Whether it is not known yet of somebody whether they are here: a list of nobody would only fail. */
export const areAsked = (names: FilterNames): boolean =>
  [names.provider, names.holder].some((named) => [...named.values()].includes(undefined));
