import { expect, test } from "vitest";
import { aContract } from "../testing/a-contract.ts";
import { fixedReason } from "./fixed.ts";

test("a draft is free, a sold contract keeps vehicle and store, an active one its terms", () => {
  const at = (status: "DRAFT" | "PENDING" | "ACTIVE") => aContract({ status, effectiveStatus: status });
  expect(fixedReason(at("DRAFT"), "vehicleId", false)).toBeUndefined();
  expect(fixedReason(at("PENDING"), "vehicleId", false)).toBe("Fixed once the contract is sold");
  expect(fixedReason(at("PENDING"), "price", false)).toBeUndefined();
  expect(fixedReason(at("ACTIVE"), "coverage", false)).toBe("Fixed once the contract is active");
  expect(fixedReason(at("ACTIVE"), "parties", false)).toBe("Fixed once the contract is active");
  expect(fixedReason(at("ACTIVE"), "description", false)).toBeUndefined();
});

test("a correction frees the sold terms, but neither the vehicle nor a final contract", () => {
  expect(fixedReason(aContract(), "endDate", true)).toBeUndefined();
  expect(fixedReason(aContract(), "storeId", true)).toBe("Fixed once the contract is sold");
  const expired = aContract({ status: "EXPIRED", effectiveStatus: "EXPIRED" });
  expect(fixedReason(expired, "endDate", true)).toBe("The contract is expired and takes no change but notes");
  expect(fixedReason(expired, "notes", true)).toBeUndefined();
});
