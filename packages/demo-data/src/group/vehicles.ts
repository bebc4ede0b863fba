import { addDays, daysBetween } from "@vehicle-contracts/contract-rules/temporal";
import type { RegisterReading, RegisterVehicle } from "@vehicle-contracts/services/bulk";
import { atTheDesk, earlier, monthsBefore } from "../calendar.ts";
import { cars, classics, type DemoModel, trucks, vans } from "./models.ts";
import type { DemoParty, People } from "./parties.ts";
import type { Registrations } from "./plates-and-vins.ts";
import { advisorOf, clientActor, type DemoStore, userActor, type World, yesterdayOf } from "./world.ts";

/** A vehicle of the demonstration, with what its contracts are made from. */
export type DemoVehicle = {
  store: DemoStore;
  model: Pick<DemoModel, "make" | "kind" | "fuel" | "warrantyMonths">;
  holder: DemoParty;
  firstRegistration: string;
  register: RegisterVehicle;
  /** Whole units of the store on a day, as the vehicle is used evenly. */
  odometerOn(date: string): number;
  /** Engine hours on a day; null for a car. */
  hoursOn(date: string): number | null;
};

/** What a vehicle of a picture has, where chance would have its way otherwise. */
export type Known = {
  model?: DemoModel;
  plate?: string;
  vin?: string;
  ageMonths?: number;
  holder?: DemoParty;
  unitsPerDay?: number;
};

export function vehicleOf(
  world: World,
  people: People,
  registrations: Registrations,
  store: DemoStore,
  known: Known = {},
): DemoVehicle {
  const { chance, today } = world;
  const model = known.model ?? someModel(world);
  const ageMonths = known.ageMonths ?? someAge(world);
  const firstRegistration = addDays(
    monthsBefore(today, ageMonths),
    known.ageMonths ? 0 : -chance.int(14, 43),
  );
  const modelYear = Number(firstRegistration.slice(0, 4)) + (firstRegistration.slice(5) > "08-01" ? 1 : 0);
  const vin = known.vin ? registrations.take(known.vin) : registrations.vin(model, modelYear);
  const plate = known.plate
    ? registrations.take(known.plate)
    : registrations.plate(store.plates, firstRegistration);
  const createdAt = atTheDesk(chance, addDays(firstRegistration, -chance.int(1, 10)), store.timeZone);
  const pace = model.kind === "truck" ? 6 : model.kind === "van" ? 2 : 1;
  const unitsPerDay =
    known.unitsPerDay ?? (store.distanceUnit === "MI" ? 1 : 1.6) * pace * chance.int(12, 46);
  const delivered = chance.int(3, 40);
  const odometerOn = (date: string) =>
    delivered + Math.floor(Math.max(0, daysBetween(firstRegistration, date)) * unitsPerDay);
  const hoursPerDay = model.kind === "car" ? 0 : chance.int(2, 8);
  const hoursOn = (date: string) =>
    model.kind === "car" ? null : Math.floor(Math.max(0, daysBetween(firstRegistration, date)) * hoursPerDay);
  const register: RegisterVehicle = {
    vehicleId: chance.id(createdAt),
    createdAt,
    policy: store.vinPolicy ?? "strict",
    vehicle: {
      vin,
      // A few are still without a plate, as new cars are.
      licensePlate: known.plate || chance.in100(97) ? plate : null,
      engineNumber: chance.in100(35) ? `${model.make.slice(0, 2).toUpperCase()}${chance.digits(7)}` : null,
      make: model.make,
      model: model.model,
      variant: model.variant,
      modelYear,
      firstRegistrationDate: firstRegistration,
      fuel: model.fuel,
    },
    ...readingsOf(world, store, firstRegistration, odometerOn, hoursOn),
  };
  const holder = known.holder ?? people.customer(store, createdAt);
  return { store, model, holder, firstRegistration, register, odometerOn, hoursOn };
}

/** One from before VINs, cherished and seldom driven. */
export function classicOf(
  world: World,
  people: People,
  registrations: Registrations,
  store: DemoStore,
  which: number,
): DemoVehicle {
  const { chance, today } = world;
  const classic = classics[which % classics.length] ?? classics[0];
  const since = monthsBefore(today, chance.int(10, 60));
  const createdAt = atTheDesk(chance, since, store.timeZone);
  const start = chance.int(30_000, 90_000);
  const odometerOn = (date: string) => start + Math.max(0, daysBetween(since, date)) * 3;
  const hoursOn = () => null;
  return {
    store,
    model: { make: classic.make, kind: "car", fuel: classic.fuel, warrantyMonths: 24 },
    holder: people.newPerson(store, createdAt),
    firstRegistration: since,
    odometerOn,
    hoursOn,
    register: {
      vehicleId: chance.id(createdAt),
      createdAt,
      policy: store.vinPolicy ?? "strict",
      vehicle: {
        vin: registrations.number(classic.number, classic.digits),
        licensePlate:
          store.country === "DE" ? `K ${chance.pick(["OT", "AL", "VW"])} ${chance.int(10, 99)}H` : null,
        make: classic.make,
        model: classic.model,
        variant: classic.variant,
        modelYear: classic.year,
        firstRegistrationDate: `${classic.year}-0${chance.int(3, 9)}-1${chance.digits(1)}`,
        fuel: classic.fuel,
      },
      ...readingsOf(world, store, since, odometerOn, hoursOn),
    },
  };
}

function someModel({ chance }: World): DemoModel {
  const kind = chance.int(1, 100);
  return chance.pick(kind <= 90 ? cars : kind <= 97 ? vans : trucks);
}

/** Months since the first registration: most are young, as those with contracts are. */
function someAge({ chance }: World): number {
  const kind = chance.int(1, 100);
  if (kind <= 30) return chance.int(0, 14);
  if (kind <= 75) return chance.int(12, 48);
  return chance.int(46, 118);
}

type Use = Pick<DemoVehicle, "odometerOn" | "hoursOn">;

function readingsOf(
  world: World,
  store: DemoStore,
  from: string,
  odometerOn: Use["odometerOn"],
  hoursOn: Use["hoursOn"],
): Pick<RegisterVehicle, "odometer" | "hours"> {
  const { chance } = world;
  const last = yesterdayOf(world);
  const unit = store.distanceUnit;
  const odometer: RegisterVehicle["odometer"] = [];
  const hours: RegisterVehicle["hours"] = [];
  const note = (date: string, source: string, correction = false): RegisterReading => {
    const recordedAt = atTheDesk(chance, date, store.timeZone);
    const recordedBy =
      source === "workshop"
        ? clientActor(world, "workshop-service", chance.in100(50) ? advisorOf(world, store) : null)
        : userActor(advisorOf(world, store));
    return { readingId: chance.id(recordedAt), date, source, correction, recordedBy, recordedAt };
  };
  // Three in a hundred were typed wrongly at one visit, and put right on the next day.
  const slipAt = chance.in100(3) ? 3 : -1;
  // Some are only in the books, and nobody has read them yet.
  if (chance.in100(2)) return { odometer, hours };
  let date = from;
  for (let visit = 1; date <= last; visit += 1) {
    const source =
      visit === 1 ? "handover" : chance.pick(["workshop", "workshop", "workshop", "inspection", "customer"]);
    const value = odometerOn(date);
    if (visit === slipAt && date < last) {
      odometer.push({ ...note(date, source), value: value * 10, unit });
      const mended = addDays(date, 1);
      odometer.push({ ...note(mended, "workshop", true), value: odometerOn(mended), unit });
    } else odometer.push({ ...note(date, source), value, unit });
    const engineHours = hoursOn(date);
    if (engineHours !== null) hours.push({ ...note(date, source), value: engineHours });
    const next = addDays(date, chance.int(70, 250));
    // Many were seen in the last weeks.
    date =
      next > last && date < addDays(last, -60) && chance.in100(60)
        ? earlier(addDays(last, -chance.int(0, 30)), last)
        : next;
  }
  return { odometer, hours };
}
