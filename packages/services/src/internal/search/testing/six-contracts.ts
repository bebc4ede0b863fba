import { TestGroup } from "./test-group.ts";

/** Six contracts that differ in what lists filter, sort and search by, and another enterprise with the same vehicle. */
export function sixContracts() {
  const group = new TestGroup();
  const other = new TestGroup();

  const cologne = group.store("Köln");
  const hamburg = group.store("Hamburg");
  const importer = group.provider("Importeur");
  const insurer = group.provider("Versicherer");
  const mueller = group.person("Anna", "Müller");
  const muller = group.person("Gerd", "Muller");
  const schmidt = group.person("Thomas", "Schmidt");
  const lopez = group.person("Jose", "López-García");
  const golf = group.vehicle("WVWZZZ1JZXW000001", "K LM-4471", { make: "Volkswagen", model: "Golf" });
  const astra = group.vehicle("W0L0AHL4855512345", "HH-AB 123", { make: "Opel", model: "Astra" });
  const nova = group.vehicle("1Q87/T3-N", null, { vinKind: "legacy", make: "Chevrolet", model: "Nova" });

  const at = (day: number) => ({
    createdAt: `2026-03-0${day}T10:00:00.000Z`,
    updatedAt: `2026-04-0${day}T10:00:00.000Z`,
  });
  const warranty = group.contract(
    { store: cologne, vehicle: golf, holder: mueller },
    {
      ...at(1),
      contractNumber: "EW-2026-00042",
      type: "EXTENDED_WARRANTY",
      providerId: importer.providerId,
      endDate: "2026-06-15",
    },
  );
  const plan = group.contract(
    { store: hamburg, vehicle: golf, holder: schmidt },
    { ...at(2), contractNumber: "SP-2025-7", startDate: "2026-06-16", endDate: null, openEnded: true },
  );
  const sold = group.contract(
    { store: hamburg, vehicle: astra, holder: muller },
    {
      ...at(3),
      status: "PENDING",
      startDate: "2026-06-15",
      endDate: "2028-06-14",
      providerId: insurer.providerId,
    },
  );
  const awaited = group.contract(
    { store: cologne, vehicle: astra, holder: lopez },
    { ...at(4), status: "PENDING", startDate: "2026-06-01", endDate: "2028-05-31", awaitingProvider: true },
  );
  const over = group.contract(
    { store: cologne, vehicle: nova, holder: mueller },
    { ...at(5), status: "SUSPENDED", startDate: "2020-01-01", endDate: "2026-06-14" },
  );
  const quote = group.contract(
    { store: hamburg, vehicle: nova },
    { ...at(6), status: "DRAFT", startDate: null, endDate: null },
  );
  const names = new Map(
    Object.entries({ warranty, plan, sold, awaited, over, quote }).map(([name, row]) => [
      row.contractId,
      name,
    ]),
  );

  const foreignStore = other.store("Wien");
  const foreignVehicle = other.vehicle("WVWZZZ1JZXW000001", "K LM-4471");
  const foreignProvider = other.provider("Anderer");
  const foreignHolder = other.person("Anna", "Müller");
  other.contract(
    { store: foreignStore, vehicle: foreignVehicle, holder: foreignHolder },
    { contractNumber: "EW-2026-00042" },
  );
  const foreign = {
    vehicleId: foreignVehicle.vehicleId,
    storeId: foreignStore.storeId,
    providerId: foreignProvider.providerId,
    holderId: foreignHolder.partyId,
  };
  return {
    group,
    other,
    names,
    cologne,
    hamburg,
    importer,
    insurer,
    mueller,
    golf,
    astra,
    nova,
    warranty,
    foreign,
  };
}
