import type { Count } from "@vehicle-contracts/contract-model";

const filtersWord = (filters: number) => `${filters} filter${filters === 1 ? "" : "s"}`;

/** "No contract matches oberholz and 1 filter"; `noun` is "contract". */
export function noMatchTitle(noun: string, search: string, filters: number): string {
  const what = [search, filters > 0 && filtersWord(filters)].filter(Boolean);
  return `No ${noun} matches ${what.join(" and ")}`;
}

type Facts = {
  /** How many there are without the filters (or without the search); null while it is not known. */
  count: Count | null;
  filters: number;
  search: string;
  /** What is looked for by the search: said where nothing would match either. */
  hint: string;
};

/** What to let go of, and how many there are then; no action where there would still be none. */
export function whatWouldMatch(
  { count, filters, search, hint }: Facts,
  whole: (value: number) => string,
): { text: string | undefined; action: string | null } {
  if (!count) return { text: undefined, action: null };
  const many = count.capped ? `over ${whole(count.count)}` : whole(count.count);
  const what = filters === 0 ? "search" : filters === 1 ? "filter" : "filters";
  const verb = count.count === 1 ? "is" : "are";
  if (count.count === 0)
    return {
      text: filters > 0 && search !== "" ? `Without the ${what} there is none either. ${hint}` : undefined,
      action: filters > 0 && search !== "" ? null : `Clear the ${what}`,
    };
  return {
    text: `Without the ${what} there ${verb} ${many}.`,
    action: `${what === "search" ? "Clear search" : `Remove ${what}`}, show ${many}`,
  };
}
