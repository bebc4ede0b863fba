import { RefundRulesInput } from "@vehicle-contracts/contract-model";
import { completeRefundRules, shippedRuleSets } from "@vehicle-contracts/contract-rules";
import { expect, test } from "vitest";
import {
  formPathOf,
  isReadable,
  nothingTyped,
  ruleSetResolver,
  rulesOf,
  valuesOf,
} from "./rule-set-values.ts";

/** As percentages are compared: 10 and "10" are one. */
const asText = (rules: object) =>
  JSON.parse(JSON.stringify(rules, (_, value) => (typeof value === "number" ? String(value) : value)));

test.each(shippedRuleSets.map((shipped) => [shipped.code, shipped] as const))(
  "%s goes through the form and back without loss",
  (_, shipped) => {
    const values = valuesOf(shipped, "EUR");
    const { CUSTOMER = 0, PROVIDER = 0, DEALER = 0 } = shipped.rules.retainedPercent;
    const sent = completeRefundRules(RefundRulesInput.parse(rulesOf(values)));
    expect(asText(sent)).toEqual(
      asText({ ...shipped.rules, retainedPercent: { CUSTOMER, PROVIDER, DEALER } }),
    );
    expect(isReadable(values)).toBe(true);
  },
);

test("a fee needs an amount in some currency, a percentage its figure, and a rule set code and name", async () => {
  const faultsOf = async (values: object) => {
    const result = await ruleSetResolver({ ...nothingTyped("EUR"), ...values }, undefined, {
      fields: {},
      shouldUseNativeValidation: false,
    });
    return Object.keys(result.errors);
  };
  expect(await faultsOf({})).toEqual(["code", "name"]);
  const named = { code: "OURS", name: "Ours" };
  expect(await faultsOf(named)).toEqual([]);
  expect(await faultsOf({ ...named, feeKind: "FIXED" })).toEqual(["amounts"]);
  expect(await faultsOf({ ...named, feeKind: "PERCENT" })).toEqual(["feePercent"]);
  expect(await faultsOf({ ...named, freeLookDays: "soon" })).toEqual(["freeLookDays"]);
});

test("a fault of the register finds its field", () => {
  expect(
    [
      "name",
      "rules.retainedPercent.DEALER",
      "rules.fee.amount.amountMinor",
      "rules.fee.inOtherCurrencies.1.currency",
    ].map(formPathOf),
  ).toEqual(["name", "dealer", "amounts.0.amount", "amounts.2.currency"]);
});

test("a fixed fee that is capped is the lesser of the two", () => {
  const euros = (amountMinor: number) => ({ amountMinor, currency: "EUR" });
  const [shipped] = shippedRuleSets;
  if (!shipped) throw new Error("None is shipped.");
  const fee = { kind: "FIXED" as const, amount: euros(5_000), cap: euros(2_500) };
  const { amounts } = valuesOf({ ...shipped, rules: { ...shipped.rules, fee } }, "EUR");
  expect(amounts).toEqual([{ currency: "EUR", amount: 2_500 }]);
});
