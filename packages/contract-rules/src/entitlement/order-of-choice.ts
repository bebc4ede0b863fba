/** The groups of contract types in the order in which they pay, unless the enterprise has its own. docs/rules.md, "Choice". */
export const usualOrderOfChoice: readonly (readonly string[])[] = [
  ["MANUFACTURER_WARRANTY", "BODYWORK_CORROSION", "BATTERY"],
  ["GOODWILL"],
  ["SERVICE_PLAN", "MAINTENANCE", "REPAIR_AND_MAINTENANCE"],
  ["EXTENDED_WARRANTY", "TYRE_AND_WHEEL"],
  ["ROADSIDE_ASSISTANCE", "GAP_INSURANCE"],
  ["OTHER"],
];

/** The place of each type's group, the first is 0. Types left out come last together. */
export function placeOf(order: readonly (readonly string[])[]): (type: string) => number {
  const places = new Map<string, number>();
  order.forEach((types, place) => {
    for (const type of types) if (!places.has(type)) places.set(type, place);
  });
  return (type) => places.get(type) ?? order.length;
}
