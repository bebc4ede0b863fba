import type { PartyInput } from "@vehicle-contracts/contract-model";
import type { RegisterParty } from "@vehicle-contracts/services/bulk";
import type { Chance } from "../chance.ts";
import {
  companyNames,
  familyNames,
  fictionalPhone,
  givenNames,
  lienholders,
  streets,
  towns,
} from "./names.ts";
import { asciiOf } from "./staff.ts";
import { type DemoStore, userActor, type World } from "./world.ts";

export type DemoParty = RegisterParty;

/** The people and companies of a group, made as they are asked for. */
export type People = {
  readonly all: DemoParty[];
  /** A person or a company that is not a customer yet, from near the store. */
  newPerson(store: DemoStore, since: string, name?: { givenName: string; familyName: string }): DemoParty;
  newCompany(store: DemoStore, since: string, name: string): DemoParty;
  /** The customer of a new vehicle: mostly somebody new, at times a company with several. */
  customer(store: DemoStore, since: string): DemoParty;
  lienholder(store: DemoStore): DemoParty;
  /** A colleague, as the seller that a contract names. */
  seller(store: DemoStore, name: string): DemoParty;
};

const consentSources = [
  "signed form at the desk",
  "signed form at the desk",
  "web form",
  "by telephone",
  null,
];

export function peopleOf({ chance, staff }: World): People {
  const all: DemoParty[] = [];
  const known = new Map<string, DemoParty>();
  const addresses = new Set<string>();

  const add = (store: DemoStore, since: string, party: PartyInput): DemoParty => {
    const made = { partyId: chance.id(since), createdAt: since, party, ...consentTaken(store) };
    all.push(made);
    return made;
  };
  /** By one after the other of those who sell in the store. */
  const consentTaken = (store: DemoStore): Pick<DemoParty, "consent"> => {
    const advisors = staff.filter(
      ({ role, storeIds }) => role === "advisor" && storeIds.includes(store.storeId),
    );
    const advisor = advisors[all.length % advisors.length];
    const source = consentSources[all.length % consentSources.length] ?? null;
    return advisor ? { consent: { by: userActor(advisor), source } } : {};
  };
  const once = (name: string, make: () => DemoParty): DemoParty => {
    const found = known.get(name) ?? make();
    known.set(name, found);
    return found;
  };
  const emailFor = (name: string): string => {
    const local = asciiOf(name).trim().replaceAll(/ +/g, ".");
    for (let number = 1; ; number += 1) {
      const email = `${local}${number === 1 ? "" : number}@example.${chance.pick(["com", "com", "org", "net"])}`;
      if (addresses.has(email)) continue;
      addresses.add(email);
      return email;
    }
  };
  const reached = (store: DemoStore, name: string) => ({
    email: chance.in100(88) ? emailFor(name) : null,
    phone: chance.in100(85) ? `${chance.pick(fictionalPhone[store.country])}${chance.digits(3)}` : null,
    addresses: chance.in100(92) ? [addressNear(chance, store)] : [],
    consent: {
      email: chance.in100(60),
      phone: chance.in100(45),
      text: chance.in100(30),
      post: chance.in100(25),
    },
  });

  const people: People = {
    all,
    newPerson(store, since, name) {
      const { givenName, familyName } = name ?? {
        givenName: chance.pick(givenNames[store.country]),
        familyName: chance.pick(familyNames[store.country]),
      };
      const party = { kind: "PERSON" as const, givenName, familyName };
      return add(store, since, { ...party, ...reached(store, `${givenName} ${familyName}`) });
    },
    newCompany: (store, since, name) =>
      once(name, () => add(store, since, { kind: "COMPANY", companyName: name, ...reached(store, name) })),
    customer: (store, since) =>
      chance.in100(20)
        ? people.newCompany(store, since, chance.pick(companyNames[store.country]))
        : people.newPerson(store, since),
    lienholder: (store) => people.newCompany(store, store.createdAt, chance.pick(lienholders[store.country])),
    seller: (store, name) =>
      once(name, () => {
        const [givenName = "", ...rest] = name.split(" ");
        return add(store, store.createdAt, { kind: "PERSON", givenName, familyName: rest.join(" ") });
      }),
  };
  return people;
}

function addressNear(chance: Chance, { country, name }: DemoStore) {
  const street = chance.pick(streets[country]);
  const number = chance.int(1, 140);
  const [city, postalCode] = chance.pick(towns[name] ?? [["Hexham", "NE46 9ZZ"]]);
  return {
    lines: [country === "DE" ? `${street} ${number}` : `${number} ${street}`],
    postalCode,
    city,
    country,
  };
}
