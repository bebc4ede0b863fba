import { addDays } from "@vehicle-contracts/contract-rules/temporal";
import {
  corrosion,
  extended,
  gap,
  repairAndMaintenance,
  roadside,
  servicePlan,
  tyres,
  warranty,
} from "../contracts/catalogue.ts";
import { contractsOf } from "../contracts/of-vehicle.ts";
import { type Shop, type Sold, sell } from "../contracts/sell.ts";
import { cars, type DemoModel, vans } from "./models.ts";
import type { Registrations } from "./plates-and-vins.ts";
import { type DemoVehicle, type Known, vehicleOf } from "./vehicles.ts";
import type { DemoStore } from "./world.ts";

const modelOf = (make: string, name: string): DemoModel => {
  const found = [...cars, ...vans].find((each) => each.make === make && each.model === name);
  if (!found) throw new Error(`There is no model ${make} ${name}.`);
  return found;
};

type Guest = Omit<Known, "holder"> & {
  store: string;
  holder: readonly [givenName: string, familyName: string] | string;
};

/** Vehicles and people that anyone who read the manual or saw its pictures will look for. */
const guests: readonly Guest[] = [
  {
    store: "Bristol",
    model: modelOf("Ford", "Kuga"),
    plate: "WX72 OFD",
    vin: "WF0FXXWPMHNB72148",
    ageMonths: 50,
    holder: ["Grace", "Adebayo-Lunn"],
  },
  {
    store: "Bristol",
    model: modelOf("Renault", "Megane E-Tech"),
    plate: "WV73 EYS",
    vin: "VF1RCB00372118406",
    ageMonths: 36,
    holder: ["Aisha", "Farrant"],
  },
  {
    store: "Leeds",
    model: modelOf("Nissan", "Leaf"),
    plate: "YK21 BHE",
    vin: "SJNFAAZE1U0147720",
    ageMonths: 66,
    holder: ["Tomasz", "Wierzba"],
  },
  {
    store: "Leeds",
    model: modelOf("Hyundai", "Tucson"),
    plate: "YJ24 NXA",
    vin: "TMAJC813DRJ206647",
    ageMonths: 30,
    holder: ["Bethan", "Crowhurst"],
  },
  {
    store: "Bristol",
    model: modelOf("Kia", "Sportage"),
    plate: "WN21 ZKT",
    vin: "U5YPH81ABML027351",
    ageMonths: 62,
    holder: ["Iris", "Pemberley"],
  },
  {
    store: "Leeds",
    model: modelOf("Toyota", "Corolla"),
    plate: "YD22 RVM",
    vin: "SB1Z53BE80E118462",
    ageMonths: 55,
    holder: "Aire Care Ltd",
  },
  {
    store: "Köln",
    model: modelOf("Mercedes-Benz", "C 220 d"),
    plate: "K RT 908",
    vin: "W1K2060041F264013",
    ageMonths: 34,
    holder: ["Jonas", "Ebeling"],
  },
  {
    store: "Köln",
    model: modelOf("MAN", "TGE"),
    plate: "K LL 2204",
    vin: "WMA03VUZ4P9004518",
    ageMonths: 40,
    holder: "Rheinbogen Cargo",
  },
  {
    store: "Bristol",
    model: modelOf("Škoda", "Octavia Estate"),
    plate: "WP20 JUC",
    vin: "TMBJJ7NX0LY083915",
    ageMonths: 77,
    holder: ["Oliver", "Standish"],
  },
  {
    store: "Leeds",
    model: modelOf("Peugeot", "3008"),
    plate: "YC19 TPO",
    vin: "VF3M45GYVKS209174",
    ageMonths: 90,
    holder: ["Callum", "Dray"],
  },
  {
    store: "Bristol",
    model: modelOf("Audi", "A3 Sportback"),
    plate: "WU25 GFH",
    vin: "WAUZZZGY0SA031258",
    ageMonths: 8,
    holder: ["Helen", "Marchmont"],
  },
];

/** The vehicles of the pictures that belong to the group's stores, each with its contracts. */
export function picturedVehicles(
  shop: Shop,
  registrations: Registrations,
): { vehicle: DemoVehicle; sold: Sold[] }[] {
  const { world, people } = shop;
  const at = (store: string) => world.stores.find(({ name }) => name === store);
  const made = guests.flatMap(({ store: name, holder, ...known }) => {
    const store = at(name);
    if (!store) return [];
    const party =
      typeof holder === "string"
        ? people.newCompany(store, store.createdAt, holder)
        : people.newPerson(store, store.createdAt, { givenName: holder[0], familyName: holder[1] });
    const vehicle = vehicleOf(world, people, registrations, store, { ...known, holder: party });
    return [{ vehicle, sold: contractsOf(shop, vehicle) }];
  });
  const bristol = at("Bristol");
  const köln = at("Köln");
  return [
    ...(bristol ? [golf(shop, registrations, bristol)] : []),
    ...(köln ? [touring(shop, registrations, köln)] : []),
    ...made,
  ];
}

/** A vehicle with a contract of nearly every state. */
function golf(shop: Shop, registrations: Registrations, store: DemoStore) {
  const { world, people } = shop;
  const holder = people.newPerson(store, store.createdAt, { givenName: "Maren", familyName: "Holloway" });
  const vehicle = vehicleOf(world, people, registrations, store, {
    model: modelOf("Volkswagen", "Golf"),
    plate: "WX23 KLV",
    vin: "WVWZZZCDZPW041873",
    ageMonths: 43,
    unitsPerDay: 31.9,
    holder,
  });
  const start = vehicle.firstRegistration;
  const sold = [
    sell(shop, vehicle, { product: warranty, start, months: 36, fate: "run" }),
    sell(shop, vehicle, { product: corrosion, start, months: 144, fate: "run" }),
    sell(shop, vehicle, { product: tyres, start, months: 36, fate: "run" }),
    sell(shop, vehicle, { product: gap, start, months: 36, fate: "cancelled" }),
  ];
  const plan = sell(shop, vehicle, {
    product: servicePlan,
    start: addDays(start, 240),
    months: 36,
    fate: "run",
  });
  const after = (one: Sold) => addDays(one.end ?? world.today, 1);
  sold.push(
    plan,
    sell(shop, vehicle, {
      product: servicePlan,
      start: after(plan),
      months: 24,
      predecessor: plan,
      fate: "run",
    }),
    sell(shop, vehicle, { product: extended, start: addDays(start, 36 * 30 + 21), months: 24, fate: "run" }),
    sell(shop, vehicle, { product: roadside, start: addDays(world.today, -190), months: 12, fate: "run" }),
  );
  return { vehicle, sold };
}

function touring(shop: Shop, registrations: Registrations, store: DemoStore) {
  const { world, people } = shop;
  const holder = people.newPerson(store, store.createdAt, { givenName: "Annika", familyName: "Reuterhof" });
  const vehicle = vehicleOf(world, people, registrations, store, {
    model: modelOf("BMW", "320d"),
    plate: "K LM 4471",
    vin: "WBA6N1105NFM81274",
    ageMonths: 45,
    unitsPerDay: 38,
    holder,
  });
  const sold = [
    sell(shop, vehicle, { product: warranty, start: vehicle.firstRegistration, months: 36, fate: "run" }),
    sell(shop, vehicle, {
      product: repairAndMaintenance,
      start: addDays(world.today, -634),
      months: 48,
      fate: "run",
    }),
    sell(shop, vehicle, { product: roadside, start: addDays(world.today, -330), months: 12, fate: "run" }),
  ];
  return { vehicle, sold };
}
