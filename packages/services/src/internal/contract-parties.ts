import type { ContractParty } from "@vehicle-contracts/contract-model";
import { party, prepared, type TenantTx } from "@vehicle-contracts/database";
import { and, eq, sql } from "drizzle-orm";
import { notFound } from "../service-error.ts";
import { arrayText } from "./array-text.ts";

/** The holder named last: the one whose interval begins last, of several the one listed last. */
export const lastHolder = (parties: readonly ContractParty[]): ContractParty | undefined =>
  parties
    .filter((entry) => entry.role === "HOLDER")
    .reduce<ContractParty | undefined>(
      (last, entry) => (last === undefined || (entry.from ?? "") >= (last.from ?? "") ? entry : last),
      undefined,
    );

const ofTenant = eq(party.enterpriseId, sql.placeholder("enterpriseId"));
const named = { partyId: party.partyId, name: party.name, sortName: party.sortName };
const partiesByIds = prepared("parties_shared", (db) =>
  db
    .select(named)
    .from(party)
    .where(and(ofTenant, sql`${party.partyId} = any(${sql.placeholder("partyIds")}::uuid[])`))
    .orderBy(party.partyId)
    .for("share"),
);
const partiesOfContract = prepared("parties_of_contract_shared", (db) =>
  db
    .select(named)
    .from(party)
    .where(
      and(
        ofTenant,
        sql`${party.partyId} in (select p.party_id from contract_party p
          where p.enterprise_id = ${sql.placeholder("enterpriseId")} and p.contract_id = ${sql.placeholder("contractId")})`,
      ),
    )
    .orderBy(party.partyId)
    .for("share"),
);

type NamedParty = { partyId: string; name: string; sortName: string };

/** The holder named last; null where nobody holds the contract. */
export type Holder = NamedParty | null;

/** Parties that a contract names, held to the end of the transaction, since the contract copies the holder's name. */
export const sharedParties = (
  tx: TenantTx,
  parties: readonly Pick<ContractParty, "partyId">[],
): Promise<NamedParty[]> =>
  partiesByIds(tx, { partyIds: arrayText([...new Set(parties.map(({ partyId }) => partyId))]) });

/** The same, of a contract that is there. */
export const sharedPartiesOf = (tx: TenantTx, contractId: string): Promise<NamedParty[]> =>
  partiesOfContract(tx, { contractId });

/** The holder named last. Throws NOT_FOUND, with the path, for a party that is not among those found. */
export function holderAmong(found: readonly NamedParty[], parties: readonly ContractParty[]): Holder {
  const byId = new Map(found.map((row) => [row.partyId, row]));
  const missing = parties.findIndex((entry) => !byId.has(entry.partyId));
  if (missing >= 0) throw notFound("party", `parties.${missing}.partyId`);
  const holder = lastHolder(parties);
  return (holder && byId.get(holder.partyId)) ?? null;
}
