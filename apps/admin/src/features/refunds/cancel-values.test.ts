import { expect, test } from "vitest";
import { askedOf, type CancelValues } from "./cancel-values.ts";

const limited = {
  kind: "limited" as const,
  limit: { value: 60_000, unit: "KM" as const },
  startOdometer: { value: 0, unit: "KM" as const },
  endOdometer: { value: 60_000, unit: "KM" as const },
};
const asked = (typed: Partial<CancelValues>) =>
  askedOf(
    {
      ...{ cancelDate: "2026-11-30", odometer: 12_000, hours: null },
      ...{ cancelledBy: "CUSTOMER", reason: "Sold", ...typed },
    },
    { distance: limited, engineHours: { kind: "unlimited" } },
    "KM",
  );

test("a quote is asked for once all it needs can be read, and is a figure that the register can have", () => {
  expect(asked({})).toMatchObject({ odometer: { value: 12_000, unit: "KM" }, reason: "Sold" });
  expect(asked({ odometer: 9_999_999 })).not.toBeNull();
  for (const odometer of [99_999_999, "12.5", null]) expect(asked({ odometer })).toBeNull();
  expect(asked({ hours: 10_000_000 })).toBeNull();
});
