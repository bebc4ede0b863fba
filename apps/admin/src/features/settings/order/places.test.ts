import { contractTypes } from "@vehicle-contracts/contract-model";
import { usualOrderOfChoice } from "@vehicle-contracts/contract-rules";
import { expect, test } from "vitest";
import { orderOf, placesOf } from "./places.ts";

test("the usual order gives every type its group's place, and comes back as none of one's own", () => {
  const places = placesOf(null);
  expect(places.MANUFACTURER_WARRANTY).toBe("1");
  expect(places.GOODWILL).toBe("2");
  expect(places.OTHER).toBe(String(usualOrderOfChoice.length));
  expect(Object.keys(places).sort()).toEqual([...contractTypes].sort());
  expect(orderOf(places)).toBeNull();
});

test("types of one place stand together, gaps close, and what the order leaves out comes last", () => {
  const places = placesOf([["EXTENDED_WARRANTY"], ["SERVICE_PLAN", "OTHER"]]);
  expect(places).toMatchObject({ EXTENDED_WARRANTY: "1", SERVICE_PLAN: "2", OTHER: "2", GOODWILL: "3" });
  const order = orderOf({ ...places, EXTENDED_WARRANTY: "7" });
  expect(order?.map((types) => types.length)).toEqual([2, contractTypes.length - 3, 1]);
  expect(order?.at(-1)).toEqual(["EXTENDED_WARRANTY"]);
});
