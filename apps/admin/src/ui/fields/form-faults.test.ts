import { expect, test } from "vitest";
import { labelOf } from "./error-summary.tsx";
import { faultsOf } from "./form-faults.ts";

test("faults of nested lists become a flat list of paths", () => {
  const errors = {
    endDate: { type: "custom", message: "Is before the start." },
    parties: [undefined, { partyId: { type: "custom", message: "Is required." } }],
  };
  expect(faultsOf(errors as never)).toEqual([
    { path: "endDate", message: "Is before the start." },
    { path: "parties.1.partyId", message: "Is required." },
  ]);
});

test("a field's words are found by its path, by its place in a list, or by what it is part of", () => {
  const labels = { endDate: "Ends on", "parties.*.partyId": "Person", price: "Price" };
  expect(labelOf("endDate", labels)).toBe("Ends on");
  expect(labelOf("parties.3.partyId", labels)).toBe("Person");
  expect(labelOf("price.netMinor", labels)).toBe("Price");
});
