import { contract as contractTable, newId } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { getContract } from "../contracts/get.ts";
import { listContracts } from "../contracts/list.ts";
import {
  aClock,
  aContract,
  aDealerGroup,
  anActiveContract,
  aVehicle,
  aVin,
  faultsOf,
  refusalOf,
} from "../testing/index.ts";
import { createVehicle } from "./create.ts";
import { getVehicle } from "./get.ts";
import { updateVehicle } from "./update.ts";

const { database, withoutPolicies } = await testDatabase({ clock: aClock().now });
const group = await aDealerGroup(database);
const stranger = await aDealerGroup(database, "Südstern Mobile");

type Input = Parameters<typeof createVehicle>[2]["vehicle"];
const create = (vehicle: Input, storeId: string | null = null, actor = group.advisor) =>
  group.change(createVehicle, { idempotencyKey: newId(), vehicle, storeId }, actor);
type Changes = Parameters<typeof updateVehicle>[2]["changes"];
const update = (
  { vehicleId, version }: { vehicleId: string; version: number },
  changes: Changes,
  facts: { storeId?: string } = {},
) => group.change(updateVehicle, { vehicleId, version, changes, ...facts });

/** Until a transaction of this database waits for another's lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await withoutPolicies.read(group.enterpriseId, (tx) =>
      tx.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    );
    if (waiting.length > 0) return;
  }
}

describe("a new vehicle", () => {
  test("has its VIN in capitals without blanks, is found by either, and has what was said of it", async () => {
    const { vehicle, warnings } = await create({
      vin: " 1m8gdm9a xkp042788 ",
      licensePlate: "B-VC 1001",
      engineNumber: "EN 1",
      make: "Motor Coach",
      model: "102",
      variant: "DL3",
      modelYear: 1989,
      firstRegistrationDate: "1989-05-01",
      fuel: "diesel",
    });
    expect(warnings).toEqual([]);
    expect(vehicle).toEqual({
      vehicleId: expect.any(String),
      version: 1,
      vin: "1M8GDM9AXKP042788",
      vinKind: "vin",
      licensePlate: "B-VC 1001",
      engineNumber: "EN 1",
      make: "Motor Coach",
      model: "102",
      variant: "DL3",
      modelYear: 1989,
      firstRegistrationDate: "1989-05-01",
      fuel: "diesel",
      latestOdometer: null,
      latestHours: null,
    });
    expect(await group.ask(getVehicle, { vin: "1m8gdm9axkp 042788" })).toEqual(vehicle);
    expect(await group.ask(getVehicle, { vehicleId: vehicle.vehicleId }, group.viewer)).toEqual(vehicle);
  });

  test("with a wrong check digit is refused where the region requires it, unless its store only warns", async () => {
    const wrong = { vin: "3VWRA81H7WM116221" };
    expect(await faultsOf(create(wrong))).toEqual({ vin: "CHECK_DIGIT" });
    expect(await faultsOf(create(wrong, group.hamburg.storeId))).toEqual({ vin: "CHECK_DIGIT" });
    const { warnings } = await create(wrong, group.leeds.storeId);
    expect(warnings).toMatchObject([{ code: "CHECK_DIGIT", fields: [{ path: "vin" }] }]);
  });

  test("of Europe is taken with a warning", async () => {
    const { warnings } = await create({ vin: "WVWZZZ1JZXW000001" });
    expect(warnings).toMatchObject([{ code: "CHECK_DIGIT" }]);
  });

  test("from before 1981 is taken as legacy; a later one must be said to be", async () => {
    expect(await create({ vin: "1Q87T3N166389", modelYear: 1973 })).toMatchObject({
      vehicle: { vinKind: "legacy" },
      warnings: [{ code: "LEGACY" }],
    });
    expect(await faultsOf(create({ vin: "1Q87T3N166390", modelYear: 1981 }))).toEqual({ vin: "VIN_LENGTH" });
    expect(await create({ vin: "1Q87T3N166390", modelYear: 1981, vinKind: "legacy" })).toMatchObject({
      vehicle: { vinKind: "legacy" },
    });
  });

  test.each([
    ["", "VIN_MISSING"],
    ["WVWZZZ1JZXW00000O", "VIN_CHARACTERS"],
    ["WVWZZZ", "VIN_LENGTH"],
  ])("of the VIN %j is refused: %s", async (vin, code) => {
    expect(await faultsOf(create({ vin }))).toEqual({ vin: code });
  });

  test("of a VIN that is there already is refused, and says where; another enterprise may have it too", async () => {
    const first = await aVehicle(group);
    expect(await refusalOf(create({ vin: first.vin.toLowerCase() }))).toMatchObject({
      code: "DUPLICATE",
      existingId: first.vehicleId,
      fields: [{ path: "vin", code: "DUPLICATE" }],
    });
    expect(await aVehicle(stranger, { vin: first.vin })).toMatchObject({ version: 1 });
  });

  test("made twice at once is made once: the second waits for the first, and then hears of it", async () => {
    const vin = aVin();
    const { promise: made, resolve: tell } = Promise.withResolvers<void>();
    const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
    const first = database.write(group.enterpriseId, async (tx) => {
      const answer = await createVehicle(tx, group.advisor, { idempotencyKey: newId(), vehicle: { vin } });
      tell();
      await mayEnd;
      return answer.vehicle;
    });
    await made;
    const second = refusalOf(create({ vin }));
    await untilSomebodyWaits();
    end();
    expect(await second).toMatchObject({ code: "DUPLICATE", existingId: (await first).vehicleId });
  });

  test("goes by the policy only of a store that is there and granted", async () => {
    const at = (storeId: string) => create({ vin: aVin() }, storeId, group.advisorOfHamburg);
    expect(await refusalOf(at(newId()))).toMatchObject({ code: "NOT_FOUND", fields: [{ path: "storeId" }] });
    expect(await refusalOf(at(stranger.leeds.storeId))).toEqual(await refusalOf(at(newId())));
    expect(await refusalOf(at(group.leeds.storeId))).toMatchObject({ code: "FORBIDDEN" });
  });
});

describe("a change of a vehicle", () => {
  test("touches what is given, clears what is null, and without a difference writes nothing", async () => {
    const before = await aVehicle(group, { licensePlate: "B-VC 1", fuel: "petrol", variant: "Life" });
    const { vehicle } = await update(before, { licensePlate: "B-VC 2", fuel: null });
    expect(vehicle).toEqual({ ...before, licensePlate: "B-VC 2", fuel: null, version: 2 });
    expect((await update(vehicle, { licensePlate: "B-VC 2", make: vehicle.make })).vehicle).toEqual(vehicle);
  });

  test("leaves alone what is given as undefined, as a typed caller may", async () => {
    const before = await aVehicle(group, { licensePlate: "B-VC 3" });
    const { vehicle } = await update(before, { licensePlate: undefined, fuel: "petrol" });
    expect(vehicle).toMatchObject({ licensePlate: "B-VC 3", fuel: "petrol" });
  });

  test("of what has changed meanwhile is refused with the current vehicle", async () => {
    const before = await aVehicle(group);
    await update(before, { fuel: "petrol" });
    expect(await refusalOf(update(before, { fuel: "diesel" }))).toMatchObject({
      code: "STALE_VERSION",
      current: { vehicleId: before.vehicleId, version: 2, fuel: "petrol" },
      changedSince: [],
    });
  });

  test("by two at once is one, and nothing of the other's is found", async () => {
    const before = await aVehicle(group);
    const { contractId } = await aContract(group, { vehicleId: before.vehicleId });
    const plates = ["HH-T 1001", "HH-T 2002"];
    const calls = await Promise.allSettled(plates.map((licensePlate) => update(before, { licensePlate })));
    expect(calls.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const winner = calls.findIndex(({ status }) => status === "fulfilled");
    const found = async (search: string | undefined) =>
      (await group.ask(listContracts, { search: search ?? "" })).items.map((one) => one.contractId);
    expect(await found(plates[winner])).toEqual([contractId]);
    expect(await found(plates[1 - winner])).toEqual([]);
  });

  test("judges a new VIN, and takes none that is there", async () => {
    const before = await aVehicle(group);
    const other = await aVehicle(group);
    expect(await refusalOf(update(before, { vin: other.vin }))).toMatchObject({
      code: "DUPLICATE",
      existingId: other.vehicleId,
    });
    expect(await faultsOf(update(before, { vin: "3VWRA81H7WM116222" }))).toEqual({ vin: "CHECK_DIGIT" });
    expect(
      (await update(before, { vin: "3VWRA81H7WM116222" }, { storeId: group.leeds.storeId })).warnings,
    ).toMatchObject([{ code: "CHECK_DIGIT" }]);
  });

  test("judges anew what was said to be legacy when that is cleared", async () => {
    const { vehicle } = await create({ vin: "LEGACY-1", vinKind: "legacy", modelYear: 1990 });
    expect(await faultsOf(update(vehicle, { vinKind: null }))).toEqual({ vin: "VIN_LENGTH" });
  });

  test("does not refuse a VIN that was taken under another policy and that nobody touches", async () => {
    const { vehicle } = await create({ vin: "3VWRA81H7WM116223" }, group.leeds.storeId);
    expect(await update(vehicle, { fuel: "diesel" })).toMatchObject({
      vehicle: { version: 2 },
      warnings: [],
    });
  });

  test("of plate and VIN is found on the vehicle's contracts at once, and the old ones no more", async () => {
    const before = await aVehicle(group, { licensePlate: "HH-OL 111" });
    const contract = await anActiveContract(group, { vehicleId: before.vehicleId });
    const vin = aVin();
    await update(before, { licensePlate: "HH-NE 222", vin });
    const found = async (search: string) =>
      (await group.ask(listContracts, { search })).items.map(({ contractId }) => contractId);
    expect(await found("hhne222")).toEqual([contract.contractId]);
    expect(await found(vin.slice(5))).toEqual([contract.contractId]);
    expect(await found("hhol111")).toEqual([]);
    expect(await found(before.vin)).toEqual([]);
    const read = await group.ask(getContract, { contractId: contract.contractId });
    expect(read).toMatchObject({ version: 1, vehicle: { vin, licensePlate: "HH-NE 222" } });
    const [row] = await database.read(group.enterpriseId, (tx) =>
      tx.select().from(contractTable).where(eq(contractTable.contractId, contract.contractId)),
    );
    expect(row).toMatchObject({ vin, plateFolded: "hhne222", vehicleSort: "volkswagen golf" });
  });

  test("is an advisor's, of whichever store, and not a stranger's", async () => {
    const before = await aVehicle(group);
    const input = { vehicleId: before.vehicleId, version: 1, changes: { fuel: "petrol" } };
    expect(await refusalOf(group.change(updateVehicle, input, group.viewer))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(stranger.change(updateVehicle, input))).toEqual(
      await refusalOf(group.change(updateVehicle, { ...input, vehicleId: newId() })),
    );
    expect(await group.change(updateVehicle, input, group.advisorOfHamburg)).toMatchObject({
      vehicle: { version: 2 },
    });
  });
});

describe("a vehicle is the group's", () => {
  test("so whoever reads in one store finds it, and its contracts of all stores", async () => {
    const { vehicleId, vin } = await aVehicle(group);
    const ofLeeds = await aContract(group, { vehicleId, storeId: group.leeds.storeId });
    expect(await group.ask(getVehicle, { vin }, group.advisorOfHamburg)).toMatchObject({ vehicleId });
    const { items } = await group.ask(listContracts, { vehicleId }, group.advisorOfHamburg);
    expect(items.map(({ contractId }) => contractId)).toEqual([ofLeeds.contractId]);
  });

  test("and whoever has no store does not, nor does a stranger", async () => {
    const { vehicleId, vin } = await aVehicle(group);
    const withoutStores = { ...group.viewer, storeIds: [] };
    expect(await refusalOf(group.ask(getVehicle, { vehicleId }, withoutStores))).toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await refusalOf(stranger.ask(getVehicle, { vin }))).toEqual(
      await refusalOf(group.ask(getVehicle, { vehicleId: newId() })),
    );
  });
});
