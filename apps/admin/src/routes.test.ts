import { expect, test } from "vitest";
import { ownPath, routes, withChosenVehicle } from "./routes.ts";

test("after the sign-in one goes back only to a page of our own", () => {
  expect(ownPath("/vehicles/0199b3c4?tab=history&q=a%20b")).toBe("/vehicles/0199b3c4?tab=history&q=a%20b");
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/sign-in?back=/sign-in",
    "/api/auth/sign-out",
    "",
    null,
  ])
    expect(ownPath(elsewhere), String(elsewhere)).toBe(routes.contracts);
});

test("a form that waits for a vehicle is gone back to with the one that was made, whatever it named before", () => {
  const form = ownPath("/contracts/new?vehicleId=a&chosen=b");
  expect(withChosenVehicle(form, "c")).toBe("/contracts/new?vehicleId=a&chosen=c");
  expect(ownPath(withChosenVehicle(routes.newContract(), "c"))).toBe("/contracts/new?chosen=c");
  expect(routes.newVehicle({ sought: "WX23 KLV", back: form })).toBe(
    "/vehicles/new?sought=WX23+KLV&back=%2Fcontracts%2Fnew%3FvehicleId%3Da%26chosen%3Db",
  );
});
