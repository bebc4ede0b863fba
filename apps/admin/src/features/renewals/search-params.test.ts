import { expect, test } from "vitest";
import {
  chipsOf,
  exportAddress,
  loadRenewalsParams,
  paramsOfChips,
  questionOf,
  type RenewalsParams,
} from "./search-params.ts";

const [leeds, bristol] = ["0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071", "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6072"];
const granted = [{ storeId: leeds }, { storeId: bristol }];
const nothing: RenewalsParams = { days: 90, store: null, type: null };

test("what an address does not say is not asked: 90 days, every store", () => {
  expect(questionOf(nothing, granted, null)).toEqual({ days: 90, filter: { storeId: null, type: null } });
});

test("the store of the top bar counts until the address names others", () => {
  expect(questionOf(nothing, granted, leeds).filter?.storeId).toEqual([leeds]);
  expect(questionOf({ ...nothing, store: [bristol] }, granted, leeds).filter?.storeId).toEqual([bristol]);
});

test("what an address says that nobody knows, or that is not granted, is left out", async () => {
  const asked = { days: "31", store: `${leeds},nowhere,0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6079`, type: "SHOE" };
  const params = await loadRenewalsParams(Promise.resolve(asked));
  expect(questionOf(params, granted, null)).toEqual({ days: 90, filter: { storeId: [leeds], type: null } });
});

test("chips and address say the same", () => {
  const params = { ...nothing, store: [leeds], type: ["SERVICE_PLAN" as const] };
  expect(chipsOf(params)).toEqual({ store: [leeds], type: ["SERVICE_PLAN"] });
  expect(paramsOfChips(chipsOf(params))).toEqual({ store: [leeds], type: ["SERVICE_PLAN"] });
});

test("the export asks what the list asks", () => {
  const question = questionOf({ days: 30, store: [leeds, bristol], type: ["BATTERY"] }, granted, null);
  expect(exportAddress(question, "email")).toBe(
    `/api/renewals?channel=email&days=30&store=${leeds}&store=${bristol}&type=BATTERY`,
  );
});
