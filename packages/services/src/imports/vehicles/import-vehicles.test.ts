import { createReadStream } from "node:fs";
import { fileURLToPath } from "node:url";
import { contract, newId, odometerReading, searchTerm, vehicle } from "@vehicle-contracts/database";
import { testDatabase } from "@vehicle-contracts/database/testing";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import {
  aClock,
  aDealerGroup,
  anActiveContract,
  aVehicle,
  aVin,
  type DealerGroup,
} from "../../testing/index.ts";
import { createVehicle } from "../../vehicles/create.ts";
import { getVehicle } from "../../vehicles/get.ts";
import { listVehicles } from "../../vehicles/list.ts";
import { recordOdometer } from "../../vehicles/record-odometer.ts";
import type { CsvSource } from "../csv-text.ts";
import { importVehicles, type VehicleImport } from "./import-vehicles.ts";

const clock = aClock();
const today = "2026-03-02";
const { database, withoutPolicies } = await testDatabase({ clock: clock.now });

const realFile: CsvSource = () =>
  createReadStream(fileURLToPath(new URL("../testing/us-vehicles.csv", import.meta.url)));
const bytesOf = (bytes: Uint8Array, size = bytes.length): CsvSource =>
  async function* () {
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  };
const fileOf = (...lines: string[]): CsvSource => bytesOf(new TextEncoder().encode(lines.join("\n")));

const unitsOf = ({ enterpriseId }: DealerGroup) => ({
  read: <T>(work: Parameters<typeof database.read<T>>[1]) => database.read(enterpriseId, work),
  write: <T>(work: Parameters<typeof database.write<T>>[1]) => database.write(enterpriseId, work),
});
const importInto = (
  group: DealerGroup,
  file: CsvSource,
  facts: Partial<VehicleImport> = {},
  actor = group.advisor,
) => importVehicles(unitsOf(group), actor, { file, storeId: group.hamburg.storeId, ...facts });

/** Until a transaction of this database waits for another's lock. */
async function untilSomebodyWaits(): Promise<void> {
  for (;;) {
    const waiting = await withoutPolicies.read(newId(), (tx) =>
      tx.execute(
        sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      ),
    );
    if (waiting.length > 0) return;
  }
}

/** Everything of the group that an import could write. */
const stored = ({ enterpriseId }: DealerGroup) =>
  database.read(enterpriseId, async (tx) => [
    await tx.select().from(vehicle).orderBy(vehicle.vehicleId),
    await tx.select().from(odometerReading).orderBy(odometerReading.readingId),
    await tx.select().from(searchTerm).orderBy(searchTerm.target, searchTerm.kind, searchTerm.term),
  ]);
const byVin = (group: DealerGroup, vin: string) => group.ask(getVehicle, { vin });

describe("the file of 500 real vehicles", async () => {
  const group = await aDealerGroup(database);

  test("a dry run answers what the import will, and writes nothing", async () => {
    const before = await stored(group);
    const dry = await importInto(group, realFile, { dryRun: true });
    expect(await stored(group)).toEqual(before);
    expect(await importInto(group, realFile)).toEqual(dry);
  });

  test("all are taken, the car of 1973 on line 34 as legacy with a warning; again, nothing changes", async () => {
    const other = await aDealerGroup(database);
    const report = await importInto(other, realFile);
    expect(report).toMatchObject({ rows: 500, created: 500, updated: 0, unchanged: 0, refused: [] });
    expect(report.warnings).toEqual([
      { line: 34, field: "vin", code: "LEGACY", message: expect.stringContaining("chassis number") },
    ]);
    expect(report.unmapped).toEqual(["color", "state", "title_status"]);
    const [vehicles] = await stored(other);
    expect(vehicles).toHaveLength(500);
    const camaro = await byVin(other, "1Q87T3N166389");
    expect(camaro).toMatchObject({ vinKind: "legacy", make: "chevrolet", model: "camaro", modelYear: 1973 });
    expect(camaro.latestOdometer).toEqual({ value: 46_226, unit: "MI", date: today, source: "import" });

    const before = await stored(other);
    clock.set("2026-03-04T09:00:00.000Z");
    const again = await importInto(other, realFile);
    clock.set("2026-03-02T09:00:00.000Z");
    expect(again).toMatchObject({ rows: 500, created: 0, updated: 0, unchanged: 500, refused: [] });
    expect(await stored(other)).toEqual(before);
  });

  test("a vehicle is found by any part of its VIN", async () => {
    const { items } = await group.ask(listVehicles, { search: "f88k0077" });
    expect(items.map(({ vin }) => vin)).toEqual(["JTEZU11F88K007763"]);
  });

  test("progress is told up to the last row, and to the last byte", async () => {
    const told: { bytes: number; rows: number }[] = [];
    await importInto(group, realFile, { dryRun: true, onProgress: (done) => told.push(done) });
    expect(told.map(({ rows }) => rows)).toEqual([200, 400, 500]);
    let size = 0;
    for await (const bytes of realFile()) size += bytes.length;
    expect(told.at(-1)?.bytes).toBe(size);
    // What was read is about what was done: no file is read to its end at the first rows.
    for (const { bytes, rows } of told) expect(bytes / size).toBeLessThan(rows / 500 + 0.5);
  });
});

describe("an import that is told to stop", async () => {
  const group = await aDealerGroup(database);

  test("does the rows in hand, says the last line of them, and the same file again does the rest", async () => {
    const stop = new AbortController();
    const report = await importInto(group, realFile, {
      signal: stop.signal,
      onProgress: ({ rows }) => rows >= 200 && stop.abort(),
    });
    // The header is line 1.
    expect(report).toMatchObject({ rows: 200, created: 200, refused: [], stoppedAfter: 201 });
    expect((await stored(group))[0]).toHaveLength(200);
    const rest = await importInto(group, realFile);
    expect(rest).toMatchObject({ rows: 500, created: 300, unchanged: 200, stoppedAfter: null });
  });

  test("before its first row writes nothing and says so", async () => {
    const other = await aDealerGroup(database);
    const report = await importInto(other, realFile, { signal: AbortSignal.abort() });
    expect(report).toMatchObject({ rows: 0, stoppedAfter: 0 });
    expect((await stored(other))[0]).toEqual([]);
  });
});

describe("rows", async () => {
  const group = await aDealerGroup(database);

  test("one that cannot be taken is named by its first line, with field and reason, and stops no other", async () => {
    const [good, last] = [aVin(), aVin()];
    const report = await importInto(
      group,
      fileOf(
        "vin,make,model,year,mileage",
        `${good},Opel,"Corsa`,
        'with a long name",2020,10',
        ",Opel,Corsa,2020,10",
        "1Q87T3N166389,Chevrolet,Camaro,1985,10",
        "",
        "3VWRA81H7WM116221,Volkswagen,Golf,1998,10",
        `${aVin()},Opel,Corsa,twenty,10`,
        `${aVin()},Opel,Corsa,2020,"12,5"`,
        `${aVin()},Opel,Corsa,2020,10,surplus`,
        `${last},Opel,Corsa,2020,10`,
      ),
    );
    expect(report).toMatchObject({ rows: 8, created: 1, updated: 0, unchanged: 0 });
    expect(report.refused.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, "model", "NOT_ALLOWED"],
      [4, "vin", "VIN_MISSING"],
      [5, "vin", "VIN_LENGTH"],
      [7, "vin", "CHECK_DIGIT"],
      [8, "modelYear", "WRONG_FORMAT"],
      [9, "odometer", "WRONG_FORMAT"],
      [10, "", "TOO_MANY_CELLS"],
    ]);
    expect((await byVin(group, last)).make).toBe("Opel");
    await expect(byVin(group, good)).rejects.toMatchObject({ problem: { code: "NOT_FOUND" } });
  });

  test("a wrong check digit is a warning in a store that only warns", async () => {
    const file = fileOf("vin,year", "3VWRA81H7WM116221,1998");
    const report = await importInto(group, file, { storeId: group.leeds.storeId });
    expect(report).toMatchObject({ created: 1, refused: [], warnings: [{ line: 2, code: "CHECK_DIGIT" }] });
  });

  test("a known vehicle changes only in what the file gives, and its contracts are found by the new plate", async () => {
    const known = await aVehicle(group, { licensePlate: "HH OLD 1", variant: "GTI", fuel: "petrol" });
    const { contractId } = await anActiveContract(group, { vehicleId: known.vehicleId });
    const report = await importInto(
      group,
      fileOf("vin;kennzeichen;variante;kraftstoff", `${known.vin.toLowerCase()} ;HH-NEW 2;;petrol`),
    );
    expect(report).toMatchObject({ rows: 1, created: 0, updated: 1, refused: [] });
    expect(await byVin(group, known.vin)).toEqual({ ...known, version: 2, licensePlate: "HH-NEW 2" });
    const [row] = await database.read(group.enterpriseId, (tx) =>
      tx.select().from(contract).where(sql`contract_id = ${contractId}`),
    );
    expect(row?.plateFolded).toBe("hhnew2");
  });

  test("a reading below the last one refuses the whole row: nothing of it is written", async () => {
    const { vehicleId, vin, version } = await aVehicle(group, { variant: "GTI" });
    const odometer = { value: 50_000, unit: "KM" as const };
    await group.change(recordOdometer, { vehicleId, odometer, date: "2026-02-01", source: "workshop" });
    const report = await importInto(group, fileOf("vin,variant,kilometerstand", `${vin},R,49999`));
    expect(report.refused).toMatchObject([{ line: 2, field: "odometer", code: "BELOW_LAST" }]);
    expect(await byVin(group, vin)).toMatchObject({ version, variant: "GTI", latestOdometer: odometer });
  });

  test("a reading equal to the latest is not recorded again, a higher one is, of the day named", async () => {
    const { vin } = await aVehicle(group);
    const file = (value: number) => fileOf("vin,odometer", `${vin},${value}`);
    expect(await importInto(group, file(100), { readingDate: "2026-01-31" })).toMatchObject({ updated: 1 });
    expect(await importInto(group, file(100))).toMatchObject({ unchanged: 1 });
    expect((await byVin(group, vin)).latestOdometer).toMatchObject({
      value: 100,
      unit: "KM",
      date: "2026-01-31",
    });
    expect(await importInto(group, file(101))).toMatchObject({ updated: 1 });
    expect((await byVin(group, vin)).latestOdometer).toMatchObject({ value: 101, date: today });
  });

  test("a VIN twice in the file: said the same it changes nothing, said otherwise the later line is refused", async () => {
    const [same, other] = [aVin(), aVin()];
    const file = fileOf(
      "vin,model",
      `${same},Corsa`,
      `${other},Corsa`,
      `${same.toLowerCase()},Corsa`,
      `${other},Astra`,
      "WRONG,Corsa",
      "WRONG,Corsa",
    );
    const report = await importInto(group, file);
    expect(report).toMatchObject({ rows: 6, created: 2, unchanged: 1 });
    expect(report.warnings).toMatchObject([{ line: 4, code: "REPEATED" }]);
    expect(report.refused.map(({ line, code }) => [line, code])).toEqual([
      [5, "REPEATED"],
      [6, "VIN_LENGTH"],
      [7, "VIN_LENGTH"],
    ]);
    const before = await stored(group);
    expect(await importInto(group, file)).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
    expect(await stored(group)).toEqual(before);
  });

  test("dates are read where they can mean one day only", async () => {
    const vins = [aVin(), aVin(), aVin()];
    const report = await importInto(
      group,
      fileOf(
        "FIN\tErstzulassung",
        `${vins[0]}\t2021-03-09`,
        `${vins[1]}\t9.3.2021`,
        `${vins[2]}\t03/09/2021`,
      ),
    );
    expect(report.refused[0]?.message).toContain("--date-order");
    expect(report.created).toBe(2);
    expect(report.refused).toMatchObject([{ line: 4, field: "firstRegistrationDate", code: "WRONG_FORMAT" }]);
    for (const vin of vins.slice(0, 2))
      expect((await byVin(group, vin)).firstRegistrationDate).toBe("2021-03-09");
    const said = fileOf("FIN\tErstzulassung", `${vins[2]}\t03/09/2021`);
    expect(await importInto(group, said, { dateOrder: "mdy" })).toMatchObject({ created: 1 });
    expect((await byVin(group, vins[2] ?? "")).firstRegistrationDate).toBe("2021-03-09");
  });

  test("odometers are read in groups of three and with the unit of their column", async () => {
    const vins = [aVin(), aVin(), aVin()];
    const report = await importInto(
      group,
      fileOf("vin;miles", `${vins[0]};12.345`, `${vins[1]};12,345 mi`, `${vins[2]};12345 km`),
    );
    expect(report.refused).toMatchObject([{ line: 4, field: "odometer", code: "WRONG_UNIT" }]);
    for (const vin of vins.slice(0, 2))
      expect((await byVin(group, vin)).latestOdometer).toMatchObject({ value: 12_345, unit: "MI" });
  });

  test("a first registration after today and a model year over two years ahead are taken with a warning", async () => {
    const [near, far] = [aVin(), aVin()];
    const file = fileOf("vin,ez,year", `${near},${today},2028`, `${far},2026-03-03,2029`);
    const warnings = [
      { line: 3, field: "firstRegistrationDate", code: "AHEAD" },
      { line: 3, field: "modelYear", code: "AHEAD" },
    ];
    expect(await importInto(group, file)).toMatchObject({ created: 2, warnings });
    expect(await importInto(group, file)).toMatchObject({ unchanged: 2, warnings });
  });

  test("rows of delimiters only are no rows, but they count as lines", async () => {
    const report = await importInto(
      group,
      fileOf(",,", "vin,make,model", ",,", `${aVin()},Opel,Corsa`, "x,,", " , ,"),
    );
    expect(report).toMatchObject({ rows: 2, created: 1, refused: [{ line: 5 }] });
  });

  test("a quotation mark never closed: what came before is taken, and the line is named", async () => {
    const [vin, lost] = [aVin(), aVin()];
    const report = await importInto(
      group,
      fileOf("vin,model", `${vin},Corsa`, `${lost},"Corsa`, "and,so on"),
    );
    expect(report).toMatchObject({ rows: 2, created: 1, refused: [{ line: 3, code: "UNREADABLE" }] });
    // Nor does it eat the memory of a long file.
    const long = fileOf(
      "vin,model",
      `${vin},Corsa`,
      `${lost},"Corsa`,
      ...Array(80_000).fill(`${lost},Corsa`),
    );
    expect(await importInto(group, long)).toMatchObject({
      ...{ rows: 2, unchanged: 1 },
      refused: [{ line: 3, code: "UNREADABLE" }],
    });
  });

  test("a vehicle that someone makes meanwhile is met as a known one, and the others are taken", async () => {
    const [taken, free] = [aVin(), aVin()];
    const file = fileOf("vin,model,variant", `${taken},Corsa,GS`, `${free},Corsa,GS`);
    const { running } = await database.write(group.enterpriseId, async (tx) => {
      await createVehicle(tx, group.advisor, {
        idempotencyKey: newId(),
        vehicle: { vin: taken, model: "Corsa", licensePlate: "HH VC 7" },
      });
      const importing = importInto(group, file);
      await untilSomebodyWaits();
      return { running: importing };
    });
    expect(await running).toMatchObject({ rows: 2, created: 1, updated: 1, refused: [] });
    expect(await byVin(group, taken)).toMatchObject({ version: 2, variant: "GS", licensePlate: "HH VC 7" });
    expect(await byVin(group, free)).toMatchObject({ version: 1, variant: "GS" });
  });

  test("two imports of one file at once make each vehicle once", async () => {
    const vins = Array.from({ length: 40 }, aVin);
    const lines = vins.map((vin) => `${vin},Corsa,10`);
    const [one, two] = await Promise.all([
      importInto(group, fileOf("vin,model,mileage", ...lines)),
      importInto(group, fileOf("vin,model,mileage", ...lines.toReversed())),
    ]);
    expect(one.created + two.created).toBe(40);
    expect(one.refused.length + two.refused.length).toBe(0);
    for (const vin of vins) expect((await byVin(group, vin)).latestOdometer?.value).toBe(10);
  });
});

describe("columns and characters", async () => {
  const group = await aDealerGroup(database);

  test("columns are mapped by hand where their names do not tell; those that nothing is read from are named", async () => {
    const vin = aVin();
    const file = fileOf("Number|What|Run|Colour|", `${vin}|Corsa|10|red|`);
    const map = { vin: "Number", model: "what", kilometres: "Run" };
    expect(await importInto(group, file, { map })).toMatchObject({ created: 1, unmapped: ["Colour"] });
    expect(await byVin(group, vin)).toMatchObject({
      model: "Corsa",
      latestOdometer: { value: 10, unit: "KM" },
    });
  });

  test("of two columns that could be a field the first counts, with a warning of both, unless one is mapped", async () => {
    const vins = [aVin(), aVin()];
    const file = fileOf("vin;FIN;make;make;km;miles", `${vins[0]};${vins[1]};Opel;Ford;10;20`);
    const report = await importInto(group, file, { dryRun: true });
    expect(report.warnings.map(({ line, field, message }) => [line, field, message])).toEqual([
      [1, "vin", 'Two columns could be the vin: "vin" (column 1) counts, "FIN" (column 2) is left out.'],
      [1, "make", 'Two columns could be the make: "make" (column 3) counts, "make" (column 4) is left out.'],
      [
        ...[1, "kilometres"],
        'Two columns could be the kilometres: "km" (column 5) counts, "miles" (column 6) is left out.',
      ],
    ]);
    expect(report.unmapped).toEqual(["FIN", "make", "miles"]);
    const map = { vin: "FIN", mileage: "miles", make: "make" };
    const mapped = await importInto(group, file, { map });
    expect(mapped.warnings).toMatchObject([{ line: 1, field: "make", code: "REPEATED_COLUMN" }]);
    expect(await byVin(group, vins[1] ?? "")).toMatchObject({ make: "Opel", latestOdometer: { unit: "MI" } });
  });

  test.each([
    ["UTF-8", new TextEncoder().encode("vin;Marke\n@;Citroën €")],
    ["UTF-8 with a byte order mark", new TextEncoder().encode("\ufeffvin;Marke\r\n@;Citroën €")],
    [
      "windows-1252",
      Uint8Array.from([..."vin;Marke\n@;Citro\u00ebn \u0080"].map((each) => each.charCodeAt(0))),
    ],
  ])("%s is read as it was written, also when it comes byte by byte", async (_, bytes) => {
    const vin = aVin();
    const at = bytes.indexOf("@".charCodeAt(0));
    const whole = Uint8Array.from([
      ...bytes.subarray(0, at),
      ...new TextEncoder().encode(vin),
      ...bytes.subarray(at + 1),
    ]);
    expect(await importInto(group, bytesOf(whole, 1))).toMatchObject({ created: 1 });
    expect((await byVin(group, vin)).make).toBe("Citroën €");
  });

  test.each([
    ["UTF-16 little-endian with a byte order mark", true, "\ufeff"],
    ["UTF-16 little-endian without one", true, ""],
    ["UTF-16 big-endian with a byte order mark", false, "\ufeff"],
    ["UTF-16 big-endian without one", false, ""],
  ])("%s is read as it was written, also when it comes byte by byte", async (_, isLittle, mark) => {
    const vin = aVin();
    const bytes = Buffer.from(`${mark}vin;Marke\r\n${vin};Citroën €`, "utf16le");
    const file = bytesOf(isLittle ? bytes : bytes.swap16(), 1);
    expect(await importInto(group, file)).toMatchObject({ created: 1 });
    expect((await byVin(group, vin)).make).toBe("Citroën €");
  });

  test.each([";", ",", "\t", "^"])(
    "a first line of sep=%s says the delimiter, and is no header",
    async (delimiter) => {
      const vin = aVin();
      // Of another one there are more.
      const note = `note ${(delimiter === "," ? "|" : ",").repeat(5)}`;
      const lines = [
        ["vin", "make", note],
        [vin, "Opel", "x"],
        ["", "Opel", "x"],
      ];
      const file = fileOf(`sep=${delimiter}`, ...lines.map((cells) => cells.join(delimiter)));
      const report = await importInto(group, file);
      expect(report).toMatchObject({ created: 1, refused: [{ line: 4, field: "vin" }] });
      expect((await byVin(group, vin)).make).toBe("Opel");
    },
  );

  test.each([
    ["an archive, such as an Excel workbook", [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0x06, 0x00, 0x08, 0x00]],
    ["a picture", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]],
    ["a file of zeros", Array<number>(64).fill(0)],
  ])("%s is refused in one sentence", async (_, bytes) => {
    await expect(importInto(group, bytesOf(Uint8Array.from(bytes)))).rejects.toThrow(
      /^The file is not text, .* Save it as CSV, then import that file\.$/,
    );
  });

  test.each([
    [fileOf("make,model", "Opel,Corsa"), {}, /No column holds the VIN/],
    [fileOf(""), {}, /is empty/],
    [fileOf("vin"), { map: { colour: "vin" } }, /no field "colour"/],
    [fileOf("vin"), { map: { make: "Brand" } }, /no column "Brand"/],
    [fileOf("Nr"), { map: { vin: "Nr", make: "nr" } }, /^The column "Nr" is mapped to both vin and make\./],
    [fileOf("vin"), { readingDate: "2026-03-03" }, /is 2026-03-02 at Hamburg/],
    [fileOf("vin"), { readingDate: "yesterday" }, /not a date/],
  ])("a file or a mapping that cannot be used is refused as a whole (%#)", async (file, facts, message) => {
    await expect(importInto(group, file, facts)).rejects.toThrow(message);
  });

  test("an enterprise that is not there is named, before the store", async () => {
    const nowhere = { ...group, enterpriseId: newId() };
    await expect(importInto(nowhere, fileOf("vin"))).rejects.toThrow("There is no enterprise with this id.");
  });

  test("a header alone is no vehicle and no fault", async () => {
    expect(await importInto(group, fileOf("vin,colour"))).toEqual({
      ...{ rows: 0, created: 0, updated: 0, unchanged: 0 },
      ...{ refused: [], warnings: [], unmapped: ["colour"], stoppedAfter: null },
    });
  });
});

describe("who may", async () => {
  const group = await aDealerGroup(database);
  const file = fileOf("vin", aVin());

  test("a viewer may not import, nor anybody into a store not granted or of another enterprise", async () => {
    const refused = (code: string) => ({ problem: { code } });
    await expect(importInto(group, file, {}, group.viewer)).rejects.toMatchObject(refused("FORBIDDEN"));
    const leeds = { storeId: group.leeds.storeId };
    await expect(importInto(group, file, leeds, group.advisorOfHamburg)).rejects.toMatchObject(
      refused("FORBIDDEN"),
    );
    const stranger = await aDealerGroup(database, "Südstern Mobile");
    const theirs = { storeId: stranger.hamburg.storeId };
    await expect(importInto(group, file, theirs)).rejects.toMatchObject(refused("NOT_FOUND"));
  });

  test("another enterprise's vehicle of the same VIN is neither found nor touched", async () => {
    const vin = aVin();
    const stranger = await aDealerGroup(database, "Südstern Mobile");
    await stranger.change(createVehicle, { idempotencyKey: newId(), vehicle: { vin, model: "Theirs" } });
    expect(await importInto(group, fileOf("vin,model", `${vin},Ours`))).toMatchObject({ created: 1 });
    expect((await byVin(stranger, vin)).model).toBe("Theirs");
  });
});
