import type { ContractParty, ContractRead } from "@vehicle-contracts/contract-model";
import { groupOf } from "../contracts/groups.ts";
import { roleWord } from "../contracts/words.ts";

/** Somebody who holds or pays a contract of the vehicle. */
export type VehiclePerson = {
  partyId: string;
  /** HOLDER first. */
  roles: readonly ("HOLDER" | "PAYER")[];
  /** The first day of the first of these contracts; null where none is known. */
  since: string | null;
  /** Whether they have a part in a contract that is not over. */
  current: boolean;
  /** The last day of who was there before, as far as it is known. */
  until: string | null;
};

const asked = ["HOLDER", "PAYER"] as const;
type Part = { contract: ContractRead; party: ContractParty; role: "HOLDER" | "PAYER" };

/**
 * Holders and payers out of the contracts, each once: those of contracts that are not over first, then who were before, the
 * last first. Whose interval in a contract has ended has no part in it any more. Drafts and void ones name nobody.
 */
export function peopleOf(contracts: readonly ContractRead[]): VehiclePerson[] {
  const parts = contracts
    .filter(({ effectiveStatus }) => effectiveStatus !== "DRAFT" && effectiveStatus !== "VOID")
    .flatMap((contract) =>
      contract.parties.flatMap((party): Part[] =>
        party.role === "HOLDER" || party.role === "PAYER" ? [{ contract, party, role: party.role }] : [],
      ),
    );
  const ids = [...new Set(parts.map(({ party }) => party.partyId))];
  return ids
    .map((partyId) =>
      personOf(
        partyId,
        parts.filter(({ party }) => party.partyId === partyId),
      ),
    )
    .toSorted(
      (a, b) =>
        Number(b.current) - Number(a.current) ||
        Number(b.roles.includes("HOLDER")) - Number(a.roles.includes("HOLDER")) ||
        compare(b.until ?? "", a.until ?? "") ||
        compare(a.since ?? "~", b.since ?? "~"),
    );
}

/** "Holder, payer". */
export const rolesWord = ({ roles }: Pick<VehiclePerson, "roles">): string =>
  roles.map((role, place) => (place === 0 ? roleWord(role) : roleWord(role).toLowerCase())).join(", ");

function personOf(partyId: string, parts: readonly Part[]): VehiclePerson {
  const current = parts.filter(isCurrent);
  const shown = current.length > 0 ? current : parts;
  const since = parts
    .flatMap(({ contract, party }) => party.from ?? contract.startDate ?? [])
    .toSorted(compare)[0];
  const until = parts.flatMap(lastDay).toSorted(compare).at(-1);
  return {
    partyId,
    roles: asked.filter((role) => shown.some((part) => part.role === role)),
    since: since ?? null,
    current: current.length > 0,
    until: current.length > 0 ? null : (until ?? null),
  };
}

function isCurrent({ contract, party }: Part): boolean {
  if (groupOf(contract) === "over") return false;
  return party.to === null || party.to >= contract.store.today;
}

/** The day that is known to be the last; of a contract that ended early none is. */
const lastDay = ({ contract, party }: Part): string | [] => {
  const { endDate, store } = contract;
  if (party.to !== null && party.to < store.today) return party.to;
  return endDate !== null && endDate < store.today ? endDate : [];
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** People that are shown at most, of those now and of those before. */
const shownAtMost = 6;

/** Who is shown: those of contracts that are not over, and who were before. */
export function shownPeople(contracts: readonly ContractRead[]): {
  current: readonly VehiclePerson[];
  former: readonly VehiclePerson[];
} {
  const people = peopleOf(contracts);
  return {
    current: people.filter(({ current }) => current).slice(0, shownAtMost),
    former: people.filter(({ current }) => !current).slice(0, shownAtMost),
  };
}
