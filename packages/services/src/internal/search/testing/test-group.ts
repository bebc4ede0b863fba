import { pastLimit } from "@vehicle-contracts/contract-rules";
import {
  contract,
  enterprise,
  newId,
  party,
  provider,
  searchTerm,
  store,
  type TenantTx,
  vehicle,
} from "@vehicle-contracts/database";
import type { Actor } from "../../../actor.ts";
import { foldPlate, sortNameOf } from "../../folding.ts";
import { numberTerms, partyTerms, rowWords, type Term, vehicleTerms } from "../../search-terms.ts";

type StoreRow = typeof store.$inferInsert;
type VehicleRow = typeof vehicle.$inferInsert;
type PartyRow = typeof party.$inferInsert;
type ProviderRow = typeof provider.$inferInsert;
/** What writes: the unit of work of a test database. */
type Writer = { write(enterpriseId: string, work: (tx: TenantTx) => Promise<void>): Promise<void> };
type ContractRow = typeof contract.$inferInsert;

/** Rows of one enterprise as the services would have stored them, kept in memory too, so that tests can judge for themselves. */
export class TestGroup {
  readonly enterpriseId = newId();
  readonly stores: StoreRow[] = [];
  readonly vehicles: VehicleRow[] = [];
  readonly parties: PartyRow[] = [];
  readonly providers: ProviderRow[] = [];
  readonly contracts: ContractRow[] = [];
  readonly terms: (Term & { target: string })[] = [];
  readonly startedAt = "2026-01-01T00:00:00.000Z";

  private get made() {
    return {
      enterpriseId: this.enterpriseId,
      version: 1,
      createdAt: this.startedAt,
      updatedAt: this.startedAt,
    };
  }

  store(name: string, timeZone = "Europe/Berlin"): StoreRow {
    const row: StoreRow = {
      ...this.made,
      storeId: newId(),
      name,
      timeZone,
      country: "DE",
      currency: "EUR",
      distanceUnit: "KM",
      vinPolicy: "strict",
      system: "NATIVE",
    };
    this.stores.push(row);
    return row;
  }

  provider(name: string): ProviderRow {
    const row: ProviderRow = {
      ...this.made,
      providerId: newId(),
      name,
      sortName: sortNameOf(name),
      kind: "INSURER",
    };
    this.providers.push(row);
    return row;
  }

  vehicle(vin: string, licensePlate: string | null, others: Partial<VehicleRow> = {}): VehicleRow {
    const { make = null, model = null } = others;
    const row: VehicleRow = {
      ...this.made,
      vehicleId: newId(),
      vin,
      vinKind: "vin",
      licensePlate,
      plateFolded: licensePlate === null ? null : foldPlate(licensePlate),
      sortName: sortNameOf(make, model),
      ...others,
    };
    this.vehicles.push(row);
    this.point(row.vehicleId, vehicleTerms({ vin, licensePlate }));
    return row;
  }

  person(givenName: string | null, familyName: string, others: Partial<PartyRow> = {}): PartyRow {
    const row: PartyRow = {
      ...this.made,
      partyId: newId(),
      kind: "PERSON",
      givenName,
      familyName,
      name: [givenName, familyName].filter(Boolean).join(" "),
      sortName: sortNameOf(familyName, givenName),
      addresses: [],
      consent: { email: false, phone: false, text: false, post: false },
      ...others,
    };
    this.parties.push(row);
    this.point(row.partyId, partyTerms(row));
    return row;
  }

  contract(
    of: { store: StoreRow; vehicle: VehicleRow; holder?: PartyRow | null },
    others: Partial<ContractRow> = {},
  ): ContractRow {
    const distance = others.distance ?? { kind: "unknown" };
    const engineHours = others.engineHours ?? { kind: "unlimited" };
    const { odometerValue, odometerUnit, hoursValue } = of.vehicle;
    const latestOdometer =
      odometerValue && odometerUnit ? { value: odometerValue, unit: odometerUnit } : null;
    const row: ContractRow = {
      ...this.made,
      contractId: newId(),
      storeId: of.store.storeId,
      vehicleId: of.vehicle.vehicleId,
      type: "SERVICE_PLAN",
      status: "ACTIVE",
      startDate: "2025-01-01",
      endDate: "2027-12-31",
      openEnded: false,
      waitingDays: 0,
      awaitingProvider: false,
      coverage: [],
      allowances: [],
      deductible: { kind: "NONE" },
      sourceSystem: "NATIVE",
      holderId: of.holder?.partyId ?? null,
      holderSort: of.holder?.sortName ?? null,
      vin: of.vehicle.vin,
      plateFolded: of.vehicle.plateFolded ?? null,
      vehicleSort: of.vehicle.sortName,
      words: rowWords(of.holder?.name ?? null, others.contractNumber ?? null),
      pastLimit: pastLimit({ distance, engineHours }, { latestOdometer, latestHours: hoursValue ?? null }),
      ...others,
      distance,
      engineHours,
    };
    this.contracts.push(row);
    this.point(row.contractId, numberTerms(row.contractNumber ?? null));
    return row;
  }

  private point(target: string, terms: readonly Term[]) {
    this.terms.push(...terms.map((term) => ({ ...term, target })));
  }

  /** Inserts what is not inserted yet. */
  async insertInto(database: Writer): Promise<void> {
    const { enterpriseId } = this;
    await database.write(enterpriseId, async (tx) => {
      await tx
        .insert(enterprise)
        .values({ enterpriseId, name: "Autohaus", createdAt: this.startedAt })
        .onConflictDoNothing();
      for (const rows of batches(this.stores)) await tx.insert(store).values(rows).onConflictDoNothing();
      for (const rows of batches(this.providers))
        await tx.insert(provider).values(rows).onConflictDoNothing();
      for (const rows of batches(this.vehicles)) await tx.insert(vehicle).values(rows).onConflictDoNothing();
      for (const rows of batches(this.parties)) await tx.insert(party).values(rows).onConflictDoNothing();
      for (const rows of batches(this.contracts))
        await tx.insert(contract).values(rows).onConflictDoNothing();
      for (const rows of batches(this.terms.map((term) => ({ ...term, enterpriseId }))))
        await tx.insert(searchTerm).values(rows).onConflictDoNothing();
    });
  }

  /** Who may read in these stores; all when none is named. */
  actor(...stores: readonly StoreRow[]): Actor {
    return {
      kind: "USER",
      id: "advisor",
      name: "Advisor",
      enterpriseId: this.enterpriseId,
      role: "advisor",
      storeIds: stores.length === 0 ? "all" : stores.map(({ storeId }) => storeId),
      scopes: "all",
      onBehalfOf: null,
      correlationId: "test",
    };
  }
}

function* batches<Row>(rows: readonly Row[]): Generator<Row[]> {
  for (let from = 0; from < rows.length; from += 500) yield rows.slice(from, from + 500);
}
