import { newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { expect, test } from "vitest";
import { updateContract } from "../contracts/update.ts";
import { updateParty } from "../parties/update.ts";
import { aClock, aContract, aDealerGroup, aParty, aProvider, aVehicle } from "../testing/index.ts";
import { updateVehicle } from "../vehicles/update.ts";

const { database } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);

/** Text that differs from its neighbours and does not repeat, so that nothing is saved by compressing it. */
const lettersFrom = (first: number, count: number, step: number) =>
  Array.from({ length: count }, (_, index) => String.fromCodePoint(first + ((index * step) % 4_000))).join(
    "",
  );

test.each([
  ["Latin", (count: number) => lettersFrom(0x61, count, 0) || "a"],
  ["Latin with three marks a letter", (count: number) => "ǟ̱̃".repeat(count).slice(0, count)],
  // Taken apart for the search, a syllable is three letters of three bytes each.
  ["Hangul", (count: number) => lettersFrom(0xac00, count, 29)],
  ["Chinese", (count: number) => lettersFrom(0x4e00, count, 31)],
  [
    "signs outside the basic plane",
    (count: number) => "\u{20000}\u{20bb7}".repeat(count).slice(0, count - (count % 2)),
  ],
  ["capitals that grow when small", (count: number) => "İẞ".repeat(count).slice(0, count)],
  ["nothing but signs", (count: number) => "-".repeat(count)],
])("every text may be as long as the model says, in %s", async (_, text) => {
  const vehicle = await aVehicle(group, {
    licensePlate: text(20),
    make: text(60),
    model: text(100),
    variant: text(100),
    engineNumber: text(50),
    fuel: text(50),
  });
  const party = await aParty(group, { givenName: text(100), familyName: text(100) });
  const provider = await aProvider(group, { name: text(200) });
  const contract = await aContract(group, {
    vehicleId: vehicle.vehicleId,
    providerId: provider.providerId,
    parties: [{ role: "HOLDER", partyId: party.partyId }],
    contractNumber: text(50),
    description: text(500),
    notes: text(5_000),
    origin: { externalReferences: [{ system: text(50), id: text(100) }] },
  });
  expect(contract).toMatchObject({ contractNumber: text(50), notes: text(5_000) });
  const { contractId, version } = contract;
  const changes = {
    contractNumber: null,
    origin: { externalReferences: [{ system: text(50), id: newId() }] },
  };
  await group.change(updateContract, { contractId, version, changes });
  await group.change(updateParty, {
    partyId: party.partyId,
    version: 1,
    changes: { kind: "COMPANY", companyName: text(200) },
  });
  await group.change(updateVehicle, {
    vehicleId: vehicle.vehicleId,
    version: 1,
    changes: { licensePlate: null, variant: null },
  });
});
