import type {
  ApiClientInput,
  ApiClientSecret,
  Contract,
  ContractInput,
  Party,
  PartyInput,
  Provider,
  ProviderInput,
  Revision,
  Vehicle,
  VehicleInput,
} from "@vehicle-contracts/contract-model";
import { checkDigit } from "@vehicle-contracts/contract-rules";
import { newId } from "@vehicle-contracts/database";
import { createApiClient } from "../api-clients/create.ts";
import { createContract } from "../contracts/create.ts";
import { contractHistory } from "../contracts/history.ts";
import { createParty } from "../parties/create.ts";
import { createProvider } from "../providers/create.ts";
import { createVehicle } from "../vehicles/create.ts";
import type { DealerGroup } from "./a-dealer-group.ts";

let made = 0;
const next = () => {
  made += 1;
  return made;
};

/** A VIN that no other vehicle of the test run has, with the right check digit. */
export function aVin(): string {
  const [before, after] = ["WVW8881J", `XW${String(next()).padStart(6, "0")}`];
  return `${before}${checkDigit(`${before}0${after}`)}${after}`;
}

export async function aVehicle(group: DealerGroup, facts: Partial<VehicleInput> = {}): Promise<Vehicle> {
  const vehicle = { vin: aVin(), make: "Volkswagen", model: "Golf", modelYear: 2024, ...facts };
  return (await group.change(createVehicle, { idempotencyKey: newId(), vehicle })).vehicle;
}

/** A person, unless said otherwise. */
export async function aParty(group: DealerGroup, facts: Partial<PartyInput> = {}): Promise<Party> {
  const party: PartyInput = { kind: "PERSON", givenName: "Erika", familyName: "Mustermann", ...facts };
  return (await group.change(createParty, { idempotencyKey: newId(), party })).party;
}

export async function aProvider(group: DealerGroup, facts: Partial<ProviderInput> = {}): Promise<Provider> {
  const provider: ProviderInput = { name: `Insurer ${next()}`, kind: "INSURER", ...facts };
  return (await group.change(createProvider, { idempotencyKey: newId(), provider }, group.administrator))
    .provider;
}

/** A program of the group, an advisor of all stores and scopes, unless said otherwise. */
export async function anApiClient(
  group: DealerGroup,
  facts: Partial<ApiClientInput> = {},
): Promise<ApiClientSecret> {
  const apiClient = { name: `Program ${next()}`, role: "advisor" as const, allStores: true, ...facts };
  return group.change(createApiClient, { idempotencyKey: newId(), apiClient }, group.administrator);
}

/**
 * What a contract needs to be sold, its vehicle, holder and provider made on the way: an extended warranty of the store in
 * Hamburg, 36 months from 2026-02-01, from 12,000 to 72,000 km, 1,000.00 EUR.
 */
export async function aContractInput(
  group: DealerGroup,
  facts: Partial<ContractInput> = {},
): Promise<ContractInput> {
  return {
    storeId: group.hamburg.storeId,
    vehicleId: facts.vehicleId ?? (await aVehicle(group)).vehicleId,
    type: "EXTENDED_WARRANTY",
    providerId: facts.providerId === undefined ? (await aProvider(group)).providerId : facts.providerId,
    parties: facts.parties ?? [{ role: "HOLDER", partyId: (await aParty(group)).partyId }],
    saleDate: "2026-01-20",
    startDate: "2026-02-01",
    termMonths: 36,
    distance: {
      kind: "limited",
      limit: { value: 60_000, unit: "KM" },
      startOdometer: { value: 12_000, unit: "KM" },
    },
    price: { grossMinor: 100_000, taxRate: "19", currency: "EUR" },
    ...facts,
  };
}

/** A draft that lacks nothing to be sold, unless said otherwise. */
export async function aContract(group: DealerGroup, facts: Partial<ContractInput> = {}): Promise<Contract> {
  const contract = await aContractInput(group, facts);
  return (await group.change(createContract, { idempotencyKey: newId(), contract })).contract;
}

export const aPendingContract = (group: DealerGroup, facts: Partial<ContractInput> = {}): Promise<Contract> =>
  aContract(group, { status: "PENDING", ...facts });

export const anActiveContract = (group: DealerGroup, facts: Partial<ContractInput> = {}): Promise<Contract> =>
  aContract(group, { status: "ACTIVE", ...facts });

/** The contract's whole history, oldest entry first. */
export async function historyOf(group: DealerGroup, contractId: string): Promise<Revision[]> {
  const entries: Revision[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Revision[]; nextCursor: string | null } = await group.ask(contractHistory, {
      contractId,
      cursor,
      limit: 200,
    });
    entries.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return entries.reverse();
}
