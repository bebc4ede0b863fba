import type { PartyQuestion } from "@vehicle-contracts/contract-model";
import { party } from "@vehicle-contracts/database";
import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { partyMatches } from "./party-matches.ts";

/** Whether a row of `party` is one of those that are asked for: the same for the list and its count. */
export function partiesAsked(enterpriseId: string, { filter, search }: PartyQuestion): SQL | undefined {
  const channels = filter?.consent?.map((channel) => sql`(${party.consent} -> ${channel}::text)::boolean`);
  return and(
    eq(party.enterpriseId, enterpriseId),
    partyMatches(enterpriseId, search),
    filter?.kind ? inArray(party.kind, filter.kind) : undefined,
    channels ? or(...channels) : undefined,
  );
}
