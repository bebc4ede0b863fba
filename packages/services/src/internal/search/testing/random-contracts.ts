import { ContractSortKey, ContractStatus, ContractType } from "@vehicle-contracts/contract-model";
import fc from "fast-check";
import { TestGroup } from "./test-group.ts";

/** "Now": the 14th in Pago Pago, the 15th in Cologne, the 16th on Kiritimati. */
export const now = "2026-06-15T10:30:00.000Z";
const days = [
  "2020-01-01",
  "2026-06-13",
  "2026-06-14",
  "2026-06-15",
  "2026-06-16",
  "2026-06-17",
  "2030-01-01",
];
const instants = [1, 2, 3, 4].map((minute) => `2026-03-01T10:0${minute}:00.120Z`);

const givenNames = ["Anna", "Änne", "Thomas", "José", "An", null];
const familyNames = [
  "Müller",
  "Mueller",
  "Muller",
  "Schmidt",
  "Schmitt",
  "Meyer-Lüdenscheid",
  "Großmann",
  "O'Brien",
  "Ærø",
  "李",
  "Yıldırımer",
  "Søgård",
  "Öztürk",
  "Łoś-Đorđević",
];
const plates = ["K LM-4471", "KLM 447", "HH-AB 4471", "44-71", "B Ü 123", "K EL 4471", "FÜ-ÄB 123", null];
const vinParts = ["WVWZZZ1JZXW", "WVWZZZ1KZAW", "1Q87/T3-N", "4471EW2026"];

const oneOf = <Value>(values: readonly Value[]) => fc.constantFrom(...values);

const randomContract = fc.record({
  store: fc.nat(3),
  vehicle: fc.nat(59),
  holder: fc.option(fc.nat(39), { freq: 5 }),
  provider: fc.option(fc.nat(2), { freq: 3 }),
  type: oneOf(ContractType.options),
  status: oneOf(ContractStatus.options),
  awaitingProvider: fc.boolean(),
  startDate: fc.option(oneOf(days), { freq: 9 }),
  endDate: fc.option(oneOf(days), { freq: 5 }),
  createdAt: oneOf(instants),
  updatedAt: oneOf(instants),
  number: fc.option(oneOf(["EW-2026-000", "ew 2026/", "SP.4471.", "2026-EW", "MÜ-"]), { freq: 4 }),
  endOdometer: fc.option(
    fc.record({ value: fc.integer({ min: 70_998, max: 71_002 }), unit: oneOf(["KM", "MI"] as const) }),
  ),
  endHours: fc.option(fc.integer({ min: 99, max: 101 })),
});

/** A group of some hundred contracts whose names, numbers, plates and dates often nearly agree; the same each time. */
export function randomGroup(contracts: number): TestGroup {
  const group = new TestGroup();
  const stores = [
    group.store("Köln"),
    group.store("koln", "Pacific/Kiritimati"),
    group.store("KÖLN", "Pacific/Pago_Pago"),
    group.store('Aachen, "Mitte" {1}'),
  ];
  const providers = ["Eins", "Zwei", "Drei"].map((name) => group.provider(name));
  const vehicles = Array.from({ length: 60 }, (_, index) =>
    group.vehicle(`${vinParts[index % 4]}${index + 10}0`, plates[index % plates.length] ?? null, {
      make: ["Opel", "Škoda", null][index % 3] ?? null,
      odometerValue: index % 2 ? 71_000 : null,
      odometerUnit: index % 2 ? "KM" : null,
      odometerDate: index % 2 ? "2026-06-01" : null,
      hoursValue: index % 5 ? null : 100,
      hoursDate: index % 5 ? null : "2026-06-01",
    }),
  );
  const holders = Array.from({ length: 40 }, (_, index) =>
    group.person(
      givenNames[index % givenNames.length] ?? null,
      familyNames[index % familyNames.length] ?? "",
    ),
  );
  fc.sample(randomContract, { numRuns: contracts, seed: 2026 }).forEach((random, index) => {
    const { store, vehicle, holder, provider, number, endOdometer, endHours, ...others } = random;
    const of = {
      store: stores[store],
      vehicle: vehicles[vehicle],
      holder: holder === null ? null : holders[holder],
    };
    if (!of.store || !of.vehicle) throw new Error("The random numbers are out of range.");
    group.contract(
      { store: of.store, vehicle: of.vehicle, holder: of.holder ?? null },
      {
        ...others,
        providerId: provider === null ? null : (providers[provider]?.providerId ?? null),
        // A provider gives a number once.
        contractNumber: number === null ? null : `${number}${provider === null ? index % 9 : index}`,
        ...(endOdometer && {
          distance: {
            kind: "limited",
            limit: { ...endOdometer, value: endOdometer.value - 1_000 },
            startOdometer: { ...endOdometer, value: 1_000 },
            endOdometer,
          },
        }),
        ...(endHours && { engineHours: { kind: "limited", limit: endHours, startHours: 0, endHours } }),
      },
    );
  });
  return group;
}

const typedWords = [
  ...[
    "müller",
    "Mueller",
    "mull",
    "schmi",
    "Schmidt",
    "anna",
    "ann",
    "a",
    "m",
    "obrien",
    "O'Brien",
    "großmann",
    "gross",
    "ærö",
  ],
  ...["meyer-lüdenscheid", "Lüdenscheid", "ludenscheid-meyer", "li", "李", "e", "jose"],
  ...["4471", "klm", "K", "LM-4471", "LM", "44", "447", "bü1", "K-LM-447", "HH"],
  ...["wvwz", "ZZZ1", "1JZXW", "1q87/t3", "q87t", "T3-N", "100", "ZAW1", "WVW"],
  ...["ew-2026", "EW", "2026", "ew2026", "2026/", "mü", "00042", "sp.4471", "ew.2026.0001"],
  ...[
    "yildirimer",
    "YILDIRIMER",
    "yıld",
    "soegaard",
    "sogard",
    "Søgaard",
    "SØGÅRD",
    "ozturk",
    "oezturk",
    "Öztürk",
  ],
  ...["los", "djordj", "dordevic", "łoś-đor", "fuab", "fu-äb", "FÜ", "FU", "AB", "kab"],
  ...["%", "_", "-", "\\", "xyz"],
];

/** Plates as they are displayed, or a part of them, and what names and numbers begin with. */
const typedPlates = [
  "K LM 4471",
  "LM 4471",
  "k el 4471",
  "EL 447",
  "HH AB 44",
  "FU AB 123",
  "Fü Äb",
  "B Ü 12",
  "44 71",
];
const typedNames = [
  "müller",
  "yildirimer",
  "anna",
  "sog",
  "ozt",
  "thomas schmi",
  "ew 2026",
  "łoś-đor",
  "a",
  "447",
];

/** Asked one time in so many, else null. */
const once = <Value>(times: number, asked: fc.Arbitrary<Value>) =>
  fc.oneof({ weight: 1, arbitrary: asked }, { weight: times - 1, arbitrary: fc.constant(null) });
const some = <Value>(values: readonly Value[], most = values.length) =>
  fc.subarray([...values], { minLength: 1, maxLength: most });

/** Questions about such a group: filters, search, sort, page size, and the stores of who asks. */
export function randomQuestion(group: TestGroup) {
  const storeIds = group.stores.map(({ storeId }) => storeId);
  return fc.record({
    granted: fc.oneof(fc.constant("all" as const), some(storeIds)),
    storesAsked: once(4, some(storeIds)),
    vehicleId: once(10, oneOf(group.vehicles.map(({ vehicleId }) => vehicleId))),
    type: once(5, some(ContractType.options)),
    status: once(8, some(ContractStatus.options)),
    effectiveStatus: once(3, some(ContractStatus.options, 3)),
    providerId: once(6, some(group.providers.map(({ providerId }) => providerId))),
    holderId: once(10, some(group.parties.map(({ partyId }) => partyId))),
    endsFrom: once(7, oneOf(days)),
    endsTo: once(7, oneOf(days)),
    search: fc.option(
      fc.oneof(
        { weight: 2, arbitrary: oneOf(typedWords) },
        {
          weight: 1,
          arbitrary: fc
            .tuple(
              oneOf(typedPlates),
              fc.array(oneOf(typedNames), { minLength: 1, maxLength: 2 }),
              fc.boolean(),
            )
            .map(([plate, [first, ...others], before]) =>
              [...(before ? [first, plate] : [plate, first]), ...others].join(" "),
            ),
        },
        {
          weight: 1,
          arbitrary: fc
            .array(oneOf(typedWords), { minLength: 2, maxLength: 3 })
            .map((words) => words.join(" ")),
        },
      ),
      { freq: 2 },
    ),
    sort: fc.record({ by: oneOf(ContractSortKey.options), direction: oneOf(["asc", "desc"] as const) }),
    limit: fc.oneof(fc.integer({ min: 20, max: 200 }), fc.integer({ min: 5, max: 200 })),
  });
}
