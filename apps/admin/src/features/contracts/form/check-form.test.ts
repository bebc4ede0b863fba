import { describe, expect, test } from "vitest";
import { aContract } from "../testing/a-contract.ts";
import { type Around, checkForm } from "./check-form.ts";
import { type ContractForm, formOf, newForm } from "./form-values.ts";

const around: Around = {
  unit: "MI",
  currency: "GBP",
  today: "2026-11-25",
  readings: { latestOdometer: null },
};
const ids = aContract();
const began = newForm({
  formKey: "one",
  storeId: ids.storeId,
  unit: "MI",
  today: around.today,
  vehicle: null,
});
const holder = {
  role: "HOLDER" as const,
  partyId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6079",
  from: null,
  to: null,
};

/** A form with all that a sale needs. */
const good = (given: Partial<ContractForm> = {}): ContractForm => ({
  ...began,
  vehicleId: ids.vehicleId,
  providerId: ids.providerId,
  type: "SERVICE_PLAN",
  termMonths: 48,
  distance: { kind: "limited", startOdometer: 8_420, limit: 40_000, unit: null },
  parties: [holder, ...began.parties.slice(1)],
  price: { basis: "gross", grossMinor: 74_900, netMinor: null, taxRate: "20", kept: null, typedIn: null },
  ...given,
});
const pathsOf = (values: ContractForm, wanted: Parameters<typeof checkForm>[2]) => {
  const outcome = checkForm(values, around, wanted);
  return outcome.ok ? [] : outcome.fields.map(({ path }) => path);
};

describe("a new contract", () => {
  test("what follows is computed by the rules: end, odometer, tax", () => {
    expect(checkForm(good(), around, { status: "PENDING" })).toMatchObject({
      ok: true,
      value: {
        endDate: "2030-11-24",
        distance: { endOdometer: { value: 48_420, unit: "MI" } },
        price: { netMinor: 62_417, taxMinor: 12_483, grossMinor: 74_900, currency: "GBP" },
        parties: [{ role: "HOLDER", from: "2026-11-25", to: null }],
      },
    });
  });

  test("all that a sale lacks is said at once, from the top of the form to its bottom", () => {
    expect(pathsOf(began, { status: "PENDING" })).toEqual([
      "vehicleId",
      "type",
      "providerId",
      "distance.startOdometer",
      "distance.limit",
      "parties.0.partyId",
    ]);
  });

  test("a draft needs but vehicle and type; a limit that is not said is not known", () => {
    expect(pathsOf(began, { status: "DRAFT" })).toEqual(["vehicleId", "type"]);
    const draft = { ...began, vehicleId: ids.vehicleId, type: "SERVICE_PLAN" as const };
    expect(checkForm(draft, around, { status: "DRAFT" })).toMatchObject({
      ok: true,
      value: { distance: { kind: "unknown" } },
    });
  });

  test("a contract that has not begun is not taken over as active", () => {
    expect(pathsOf(good({ startDate: "2027-01-01" }), { status: "ACTIVE" })).toEqual(["startDate"]);
  });

  test("a text that is no figure stays where it was typed and is refused there", () => {
    // a field keeps what it cannot read as it is
    const typed = { ...good(), termMonths: "many" as unknown as number };
    expect(pathsOf(typed, { status: "PENDING" })).toContain("termMonths");
  });

  test("a fault of a party is put on its own line, whatever empty lines stand before it", () => {
    const seller = { role: "SELLER" as const, partyId: holder.partyId, from: "2026-12-01", to: "2026-11-30" };
    const parties = [holder, { role: "PAYER" as const, partyId: null, from: null, to: null }, seller];
    expect(pathsOf(good({ parties }), { status: "PENDING" })).toEqual(["parties.2.to"]);
  });
});

describe("a contract that is changed", () => {
  const active = aContract({ parties: [{ ...holder, from: "2026-02-01" }], distance: { kind: "unknown" } });
  const form = formOf(active, "one");
  const wanted = { change: active };

  test("as it was read it is the contract, to the letter", () => {
    expect(checkForm(form, around, wanted)).toMatchObject({
      ok: true,
      value: { price: active.price, parties: active.parties, coverage: active.coverage },
    });
  });

  test("sold terms are fixed once it is active, unless they are corrected with a reason", () => {
    const longer = { ...form, termMonths: 48 };
    expect(pathsOf(longer, wanted)).toEqual(["termMonths"]);
    expect(pathsOf({ ...longer, correction: { on: true, reason: " " } }, wanted)).toEqual([
      "correction.reason",
    ]);
    expect(pathsOf({ ...longer, correction: { on: true, reason: "Typed wrongly" } }, wanted)).toEqual([]);
  });

  test("a final one takes its notes, whatever else was typed", () => {
    const cancelled = aContract({ status: "CANCELLED", effectiveStatus: "CANCELLED" });
    const values = { ...formOf(cancelled, "one"), notes: "Called", termMonths: 48 };
    expect(checkForm(values, around, { change: cancelled })).toMatchObject({
      ok: true,
      value: { notes: "Called", termMonths: 36 },
    });
  });
});
