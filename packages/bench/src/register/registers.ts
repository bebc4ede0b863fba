import type { ContractStatus, RevisionActor } from "@vehicle-contracts/contract-model";
import type {
  Register,
  RegisterContract,
  RegisterParty,
  RegisterVehicle,
} from "@vehicle-contracts/services/bulk";
import { type Chance, chanceOf } from "./chance.ts";
import { type Days, daysAround } from "./days.ts";
import { someName } from "./names.ts";
import { type Product, products, providers } from "./products.ts";

/** Vehicles in one part: what is written at once, and held in memory meanwhile. */
const vehiclesAtOnce = 1_000;
/** Days before the register's day from which contracts and vehicles are. */
const longAgo = 2_200;

const makes = [
  ...[
    ["WVWZZZCDZ", "Volkswagen", "Golf"],
    ["WVWZZZAWZ", "Volkswagen", "Polo"],
    ["WAUZZZGY0", "Audi", "A3"],
  ],
  ...[
    ["TMBJJ7NX0", "Škoda", "Octavia"],
    ["WBA6N1105", "BMW", "320d"],
    ["WF0FXXWPM", "Ford", "Kuga"],
  ],
  ...[
    ["VF1RCB003", "Renault", "Megane"],
    ["U5YPH81AB", "Kia", "Sportage"],
    ["VF3M45GYV", "Peugeot", "3008"],
  ],
] as unknown as readonly [Make, ...Make[]];
type Make = readonly [vin: string, make: string, model: string];
const areas = ["B", "HH", "K", "M", "S", "F", "DD", "KI"] as const;
const letters = [..."ABCDEFGHJKLMNPRSTUVWXYZ"] as [string, ...string[]];

const takenOverBy: RevisionActor = { kind: "JOB", id: "takeover", name: "Take-over", onBehalfOf: null };
const storeNames = ["Hamburg", "Bremen", "Kiel", "Lübeck"] as const;

type Scene = {
  chance: Chance;
  days: Days;
  enterpriseId: string;
  storeIds: readonly [string, ...string[]];
  providerIds: readonly [string, ...string[]];
};

/** An enterprise, and its register in parts that are written one after the other; stores and providers in the first. */
export type EnterpriseRegister = { enterpriseId: string; name: string; parts: Iterable<Register> };

/** The days that a register of that day is made of. */
export const registerDays = (day: string): Days => daysAround(day, longAgo + 400, 400);

/**
 * The enterprise of that number with so many contracts, as it stands on the day (calendar date): two or three contracts
 * a vehicle, several stores, types, providers and statuses. The same day, number and size give the same rows.
 */
export function enterpriseRegister(number: number, contracts: number, days: Days): EnterpriseRegister {
  const chance = chanceOf(0x5eed + number);
  const founded = days.momentOf(-longAgo, 0);
  const scene: Scene = {
    chance,
    days,
    enterpriseId: chance.id(founded),
    storeIds: storeNames.map(() => chance.id(founded)) as [string, ...string[]],
    providerIds: providers.map(() => chance.id(founded)) as [string, ...string[]],
  };
  return {
    enterpriseId: scene.enterpriseId,
    name: `Dealer group ${number + 1}`,
    parts: partsOf(scene, contracts),
  };
}

function* partsOf(scene: Scene, contracts: number): Generator<Register> {
  const createdAt = scene.days.instantOf(scene.days.momentOf(-longAgo, 0));
  const stores = scene.storeIds.map((storeId, at) => ({
    ...{ storeId, createdAt },
    store: {
      ...{ name: storeNames[at] ?? "", timeZone: "Europe/Berlin", country: "DE", currency: "EUR" },
      distanceUnit: "KM" as const,
    },
  }));
  const theirs = scene.providerIds.map((providerId, at) => ({
    ...{ providerId, createdAt },
    provider: providers[at] ?? providers[0],
  }));
  let part: Register = { stores, providers: theirs, parties: [], vehicles: [], contracts: [] };
  let made = 0;
  for (let vehicle = 0; made < contracts; vehicle += 1) {
    const count = Math.min(contracts - made, vehicle % 2 === 0 ? 3 : 2);
    addVehicle(scene, part, vehicle, made, count);
    made += count;
    if (part.vehicles.length === vehiclesAtOnce) {
      yield part;
      part = { stores: [], providers: [], parties: [], vehicles: [], contracts: [] };
    }
  }
  yield part;
}

function addVehicle(scene: Scene, part: Register, index: number, made: number, count: number): void {
  const { chance, days } = scene;
  const since = -chance.int(30, longAgo - 30);
  const moment = days.momentOf(since, chance.int(0, 32_399_999));
  const createdAt = days.instantOf(moment);
  const vehicle = vehicleOf(scene, index, since, moment);
  const known = part.parties[chance.int(0, Math.max(0, part.parties.length - 1))];
  const holder = known && chance.in100(20) ? known : partyOf(chance, createdAt, moment);
  if (holder !== known) part.parties.push(holder);
  part.vehicles.push(vehicle);
  for (let each = 0; each < count; each += 1)
    part.contracts.push(
      contractOf(scene, vehicle, holder, { since, number: made + each, product: index + each }),
    );
}

/** Each serial number once in an enterprise, and neighbours unlike each other. */
const serial = (index: number) => String((index * 7_919 + 104_729) % 1_000_000).padStart(6, "0");

function vehicleOf({ chance, days }: Scene, index: number, since: number, moment: number): RegisterVehicle {
  const [begins, make, model] = makes[index % makes.length] ?? makes[0];
  const createdAt = days.instantOf(moment);
  const reading = (after: number, value: number) => ({
    readingId: chance.id(moment + after),
    ...{ date: days.at(since), source: "workshop", correction: false, value, unit: "KM" as const },
    ...{ recordedBy: takenOverBy, recordedAt: createdAt },
  });
  const first = chance.int(3, 60_000);
  return {
    vehicleId: chance.id(moment),
    createdAt,
    policy: "strict",
    vehicle: {
      vin: `${begins}${chance.pick(letters.filter(isInVin) as [string, ...string[]])}${chance.pick(["W", "E", "P"])}${serial(index)}`,
      licensePlate: `${chance.pick(areas)} ${chance.pick(letters)}${chance.pick(letters)} ${chance.int(10, 9_999)}`,
      ...{ make, model, variant: chance.pick(["Life", "Style", "Line"]), fuel: "petrol" },
      firstRegistrationDate: days.at(since),
    },
    odometer: [reading(0, first), ...(chance.in100(40) ? [reading(1, first + chance.int(1, 60_000))] : [])],
    hours: [],
  };
}

const isInVin = (letter: string) => !"IOQUZ".includes(letter);

function partyOf(chance: Chance, createdAt: string, moment: number): RegisterParty {
  const name = someName(chance);
  const number = chance.int(1, 99_999);
  return {
    partyId: chance.id(moment),
    createdAt,
    party: {
      ...name,
      email: `customer.${number}@example.com`,
      phone: `+49 40 4710 ${number}`,
      addresses: [
        { lines: [`Am Kai ${chance.int(1, 140)}`], postalCode: "20457", city: "Hamburg", country: "DE" },
      ],
      consent: { email: chance.in100(60), post: chance.in100(25) },
    },
    consent: { by: takenOverBy, source: "signed form" },
  };
}

function contractOf(
  { chance, days, storeIds, providerIds }: Scene,
  { vehicleId }: RegisterVehicle,
  { partyId }: RegisterParty,
  { since, number, product: which }: { since: number; number: number; product: number },
): RegisterContract {
  const product = products[which % products.length] ?? products[0];
  const months = chance.pick(product.months);
  // Some begin in the weeks after the register's day; all were sold before it.
  const start = Math.min(90, since + Math.min(chance.int(0, 120 - since), chance.int(0, 120 - since)));
  const sold = Math.max(since, Math.min(-1, start - chance.int(0, 40)));
  const moment = days.momentOf(sold, chance.int(0, 32_399_999));
  const at = days.instantOf(moment);
  const step = { at, actor: takenOverBy, correlationId: chance.id(moment) };
  return {
    contractId: chance.id(moment),
    made: {
      ...step,
      status: statusOf(chance, start, start + Math.round(months * 30.44)),
      contract: {
        ...{ storeId: chance.pick(storeIds), vehicleId, type: product.type },
        contractNumber: `${product.number}-${days.at(sold).slice(0, 4)}-${String(number + 1).padStart(6, "0")}`,
        description: product.description,
        providerId: providerIds[product.provider] ?? providerIds[0],
        parties: [{ role: "HOLDER", partyId }],
        ...{ saleDate: days.at(sold), startDate: days.at(start), termMonths: months },
        distance: distanceOf(chance, product, months),
        ...product.terms,
      },
    },
    steps: chance.in100(30)
      ? [
          {
            ...step,
            action: "contract.updated",
            changes: { notes: "Calls back after five in the afternoon." },
          },
        ]
      : [],
  };
}

function distanceOf(chance: Chance, { yearly }: Product, months: number) {
  if (yearly === null) return { kind: "unlimited" as const };
  return {
    kind: "limited" as const,
    limit: { value: (yearly * months) / 12, unit: "KM" as const },
    startOdometer: { value: chance.int(3, 60_000), unit: "KM" as const },
  };
}

/** Days of start and end, counted from the register's day. Of those that ran out some still stand as ACTIVE. */
function statusOf(chance: Chance, start: number, end: number): ContractStatus {
  const other = chance.int(1, 100);
  if (other <= 4) return "DRAFT";
  if (other <= 8) return "CANCELLED";
  if (other <= 9) return "VOID";
  if (start > 0) return "PENDING";
  if (end < 0) return other <= 85 ? "EXPIRED" : "ACTIVE";
  return other <= 13 ? "SUSPENDED" : "ACTIVE";
}
