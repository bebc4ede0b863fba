import { describe, expect, test } from "vitest";
import { aContract } from "../testing/a-contract.ts";
import { followingStore, type StoreOf } from "./follow-store.ts";
import { currencyOf } from "./form-input.ts";
import { recordOf } from "./form-record.ts";
import { type ContractForm, formOf, newForm } from "./form-values.ts";

const bristol: StoreOf = { unit: "MI", currency: "GBP", today: "2026-11-25" };
const koeln: StoreOf = { unit: "KM", currency: "EUR", today: "2026-11-26" };
const tokyo: StoreOf = { unit: "KM", currency: "JPY", today: "2026-11-26" };

const began = newForm({ formKey: "k", storeId: "a", unit: "MI", today: bristol.today, vehicle: null });
const priced = (grossMinor: number): ContractForm => ({ ...began, price: { ...began.price, grossMinor } });
const draft = aContract({ status: "DRAFT", effectiveStatus: "DRAFT", parties: [] });

/** The form after the stores were chosen one after the other. */
function through(form: ContractForm, base: typeof draft | null, ...stores: readonly StoreOf[]): ContractForm {
  const values = { ...form };
  stores.slice(1).forEach((store, index) => {
    const before = stores[index] ?? store;
    Object.assign(values, followingStore(values, { base, vehicle: null }, before, store));
  });
  return values;
}

describe("another store is chosen while nothing is sold", () => {
  test("the figure of the price stays, in the store's currency, and what it was typed in is known", () => {
    const form = through(priced(123_400), null, bristol, koeln);
    expect(form.price).toMatchObject({
      grossMinor: 123_400,
      typedIn: { amountMinor: 123_400, currency: "GBP" },
    });
    expect(currencyOf(form, koeln)).toBe("EUR");
  });

  test("a currency without decimals has the same figure, and the way back loses nothing", () => {
    expect(through(priced(123_450), null, bristol, tokyo).price.grossMinor).toBe(1_235);
    expect(through(priced(123_450), null, bristol, tokyo, koeln).price).toMatchObject({
      grossMinor: 123_450,
      typedIn: { amountMinor: 123_450, currency: "GBP" },
    });
    expect(through(priced(123_450), null, bristol, tokyo, bristol).price).toMatchObject({
      grossMinor: 123_450,
      typedIn: null,
    });
  });

  test("an amount touched meanwhile was typed in the store's currency", () => {
    const form = through(priced(100), null, bristol, koeln);
    const touched = { ...form, price: { ...form.price, grossMinor: 200 } };
    expect(through(touched, null, koeln, tokyo).price.typedIn).toEqual({ amountMinor: 200, currency: "EUR" });
  });

  test("without an amount there is nothing to say", () => {
    expect(through(began, null, bristol, koeln).price.typedIn).toBeNull();
  });

  test("a draft is priced as the store does too: price, excess and what coverage pays at most", () => {
    const amount = { amountMinor: 5_000, currency: "EUR" };
    const written = formOf(
      {
        ...draft,
        deductible: { kind: "PER_VISIT", amount, waivedAtSellingStore: false },
        coverage: draft.coverage.map((line) => ({ ...line, maximumAmount: amount })),
      },
      "k",
    );
    const inPounds = { amountMinor: 5_000, currency: "GBP" };
    expect(recordOf(through(written, draft, koeln, bristol), bristol)).toMatchObject({
      ok: true,
      value: {
        price: { grossMinor: 100_000, currency: "GBP" },
        deductible: { amount: inPounds },
        coverage: [{ maximumAmount: inPounds }, { maximumAmount: inPounds }],
      },
    });
  });

  test("back at its own store a draft is as it was kept, to the minor unit", () => {
    const form = through(formOf(draft, "k"), draft, koeln, bristol, koeln);
    expect(recordOf(form, koeln)).toMatchObject({ ok: true, value: { price: draft.price } });
  });

  test("a draft's distances stay as agreed, a new contract's are as far in the store's unit", () => {
    expect(through(formOf(draft, "k"), draft, koeln, bristol).distance).toMatchObject({
      limit: 60_000,
      unit: "KM",
    });
    const made = { ...began, distance: { ...began.distance, limit: 10_000 } };
    expect(through(made, null, bristol, koeln).distance).toMatchObject({ limit: 16_093, unit: "KM" });
  });

  test("distances typed into a draft that had none keep the unit they were typed in", () => {
    const distance = { kind: "limited", startOdometer: 0, limit: 10_000, unit: null } as const;
    const form = { ...formOf({ ...draft, distance: { kind: "unknown" } }, "k"), distance };
    expect(through(form, draft, bristol, koeln).distance).toMatchObject({ limit: 10_000, unit: "MI" });
  });
});
