import { larkmoorStaff, orrinStaff } from "./staff.ts";
import type { GroupPlan, StorePlan } from "./world.ts";

const british = {
  timeZone: "Europe/London",
  country: "GB",
  currency: "GBP",
  distanceUnit: "MI",
  taxRate: "20",
} as const satisfies Partial<StorePlan>;

/** The group to look at: three stores in two countries. */
export const larkmoor: GroupPlan = {
  name: "Larkmoor Motor Group",
  seed: 20_261_125,
  stores: [
    {
      ...british,
      name: "Bristol",
      vinPolicy: "strict",
      system: "AUTOLINE_REV8",
      takenOverFrom: "AUTOLINE_REV8",
      vehicles: 150,
      plates: "west",
    },
    {
      ...british,
      name: "Leeds",
      vinPolicy: "warn",
      system: "AUTOLINE_DRIVE",
      takenOverFrom: "AUTOLINE_DRIVE",
      vehicles: 130,
      plates: "north",
    },
    {
      name: "Köln",
      timeZone: "Europe/Berlin",
      country: "DE",
      currency: "EUR",
      distanceUnit: "KM",
      taxRate: "19",
      vinPolicy: "strict",
      system: "EVA",
      takenOverFrom: "EVA",
      vehicles: 120,
      plates: "köln",
    },
  ],
  staff: larkmoorStaff,
  clients: ["demo-script", "workshop-service", "marketing-hub", "manufacturer-feed"],
  busyPercent: 100,
};

/** A small neighbour: what is its own is nobody else's. */
export const orrinVale: GroupPlan = {
  name: "Orrin Vale Cars",
  seed: 48_151_623,
  stores: [
    {
      ...british,
      name: "Orrin Vale Hexham",
      vinPolicy: "strict",
      system: "NATIVE",
      takenOverFrom: "AUTOLINE_REV8",
      vehicles: 13,
      plates: "north",
    },
    {
      ...british,
      name: "Orrin Vale Corbridge",
      vinPolicy: "warn",
      system: "NATIVE",
      takenOverFrom: "AUTOLINE_REV8",
      vehicles: 7,
      plates: "north",
    },
  ],
  staff: orrinStaff,
  clients: ["demo-script", "workshop-service", "manufacturer-feed"],
  busyPercent: 78,
};
