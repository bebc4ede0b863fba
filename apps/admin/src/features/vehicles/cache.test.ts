import { expect, test } from "vitest";
import { pageWithVehicle, withVehicleChanges } from "./cache.ts";
import { aVehicle } from "./testing/a-vehicle.ts";

test("a change shows at once: what is given, what is cleared, and the number as it will be kept", () => {
  const vehicle = aVehicle();
  expect(withVehicleChanges(vehicle, { licensePlate: "WX23 NEW", fuel: null, make: undefined })).toEqual({
    ...vehicle,
    licensePlate: "WX23 NEW",
    fuel: null,
  });
  expect(withVehicleChanges(vehicle, { vin: "ghd5 29", vinKind: "legacy" })).toMatchObject({
    vin: "GHD529",
    vinKind: "legacy",
  });
});

test("a row stays where it is in its page, and a page without it is left alone", () => {
  const other = aVehicle({ vehicleId: "other" });
  const changed = aVehicle({ fuel: "diesel" });
  const page = { items: [other, aVehicle()], nextCursor: null };
  expect(pageWithVehicle(page, changed)?.items).toEqual([other, changed]);
  const without = { items: [other], nextCursor: null };
  expect(pageWithVehicle(without, changed)).toBe(without);
});
