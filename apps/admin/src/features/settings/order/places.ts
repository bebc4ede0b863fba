import { contractTypes, type OrderOfChoice } from "@vehicle-contracts/contract-model";
import { sameValue, usualOrderOfChoice } from "@vehicle-contracts/contract-rules";

type ContractType = OrderOfChoice[number][number];
/** Where each type stands: "1" pays first. Those with the same figure stand together. */
export type Places = Record<ContractType, string>;

/** Each type's place by the order of choice; null is the usual order. A type left out comes last. */
export function placesOf(order: OrderOfChoice | null): Places {
  const groups: readonly (readonly string[])[] = order ?? usualOrderOfChoice;
  const placed = contractTypes.map((type) => {
    const group = groups.findIndex((types) => types.includes(type));
    return [type, String(group < 0 ? groups.length + 1 : group + 1)];
  });
  // every type has its place
  return Object.fromEntries(placed) as Places;
}

/** The groups that places make, the first in front; gaps between them close. */
export function groupsOf(places: Readonly<Record<string, string>>): OrderOfChoice {
  const groups = new Map<number, ContractType[]>();
  for (const type of contractTypes) {
    const place = Number(places[type] ?? contractTypes.length);
    groups.set(place, [...(groups.get(place) ?? []), type]);
  }
  return [...groups].sort(([a], [b]) => a - b).map(([, types]) => types);
}

/** The order as it is kept: null where it is the usual one. */
export function orderOf(places: Readonly<Record<string, string>>): OrderOfChoice | null {
  const order = groupsOf(places);
  return sameValue(placesOf(order), placesOf(null)) ? null : order;
}
