import type { RefundRules } from "@vehicle-contracts/contract-model";
import type { FieldErrors, Resolver } from "react-hook-form";
import type { Inputs } from "../../../trpc/trpc-types.ts";

type Percent = string | null;
type Whole = number | string | null;

/** What is typed; text where a figure cannot be read. */
export type RuleSetValues = {
  code: string | null;
  name: string | null;
  note: string | null;
  method: RefundRules["method"];
  basis: RefundRules["basis"];
  freeLookDays: Whole;
  customer: Percent;
  provider: Percent;
  dealer: Percent;
  feeKind: RefundRules["fee"]["kind"];
  feePercent: Percent;
  /** The fee, or what a percentage is at most, a line a currency. */
  amounts: { currency: string | null; amount: Whole }[];
  feeTax: Percent;
  deductClaims: boolean;
};

export type RulesInput = Inputs["ruleSets"]["create"]["ruleSet"]["rules"];

export const nothingTyped = (currency: string): RuleSetValues => ({
  code: null,
  name: null,
  note: null,
  method: "PRO_RATA",
  basis: "LESSER",
  freeLookDays: 14,
  customer: "0",
  provider: "0",
  dealer: "0",
  feeKind: "NONE",
  feePercent: null,
  amounts: [{ currency, amount: null }],
  feeTax: "0",
  deductClaims: true,
});

const percentOf = (percent: string | number | null | undefined) => String(percent ?? 0);

/** The form of rules that are kept. The note is for the next version alone. */
export function valuesOf(
  { code, name, rules }: { code: string; name: string; rules: RefundRules },
  currency: string,
): RuleSetValues {
  const { fee, retainedPercent } = rules;
  return {
    code,
    name,
    note: null,
    method: rules.method,
    basis: rules.basis,
    freeLookDays: rules.freeLookDays,
    customer: percentOf(retainedPercent.CUSTOMER),
    provider: percentOf(retainedPercent.PROVIDER),
    dealer: percentOf(retainedPercent.DEALER),
    feeKind: fee.kind,
    feePercent: fee.kind === "PERCENT" ? String(fee.percent) : null,
    amounts: amountsOf(fee, currency),
    feeTax: percentOf(rules.feeTaxPercent),
    deductClaims: rules.deductClaims,
  };
}

function amountsOf(fee: RefundRules["fee"], currency: string): RuleSetValues["amounts"] {
  if (fee.kind === "NONE") return [{ currency, amount: null }];
  const first = fee.kind === "FIXED" ? capped(fee) : fee.cap;
  const all = [...(first ? [first] : []), ...(fee.inOtherCurrencies ?? [])];
  return all.length > 0
    ? all.map((money) => ({ currency: money.currency, amount: money.amountMinor }))
    : [{ currency, amount: null }];
}

/** A fixed fee that is capped is the lesser of the two. */
function capped({ amount, cap }: Extract<RefundRules["fee"], { kind: "FIXED" }>) {
  return cap?.currency === amount.currency && cap.amountMinor < amount.amountMinor ? cap : amount;
}

const isFigure = (value: Whole): value is number => typeof value === "number";

/** The rules as they are sent; what cannot be read goes along and is refused by its place. */
export function rulesOf(values: RuleSetValues): RulesInput {
  return {
    method: values.method,
    basis: values.basis,
    freeLookDays: (values.freeLookDays ?? 0) as number,
    retainedPercent: {
      CUSTOMER: values.customer ?? "0",
      PROVIDER: values.provider ?? "0",
      DEALER: values.dealer ?? "0",
    },
    fee: feeOf(values),
    feeTaxPercent: values.feeTax ?? "0",
    deductClaims: values.deductClaims,
  };
}

function feeOf({ feeKind, feePercent, amounts }: RuleSetValues): NonNullable<RulesInput["fee"]> {
  const [first, ...inOtherCurrencies] = amounts
    .filter(({ amount }) => amount !== null)
    // what cannot be read is refused by the server, at its place
    .map(({ currency, amount }) => ({ currency: currency ?? "", amountMinor: amount as number }));
  if (feeKind === "FIXED")
    return first ? { kind: "FIXED", amount: first, inOtherCurrencies } : { kind: "NONE" };
  if (feeKind === "PERCENT")
    return { kind: "PERCENT", percent: feePercent ?? "0", cap: first ?? null, inOtherCurrencies };
  return { kind: "NONE" };
}

/** Whether rules can be tried out as they are typed. */
export const isReadable = (values: RuleSetValues): boolean =>
  !checked(values, false).length && values.amounts.every(({ amount }) => amount === null || isFigure(amount));

type Fault = [path: string, message: string];

function checked(values: RuleSetValues, isNamed = true): Fault[] {
  const faults: Fault[] = [];
  if (isNamed && !values.code?.trim()) faults.push(["code", "Enter a code, such as PRO_RATA_DE."]);
  if (isNamed && !values.name?.trim()) faults.push(["name", "Enter the name."]);
  if (typeof values.freeLookDays === "string") faults.push(["freeLookDays", "Enter whole days."]);
  if (values.feeKind === "PERCENT" && !values.feePercent)
    faults.push(["feePercent", "Enter the percentage."]);
  if (values.feeKind === "FIXED" && values.amounts.every(({ amount }) => amount === null))
    faults.push(["amounts.0.amount", "Enter the fee in at least one currency."]);
  return faults;
}

/** What the form itself sees; the register sees the rest. */
export const ruleSetResolver: Resolver<RuleSetValues> = (values) => {
  const faults = checked(values);
  if (faults.length === 0) return { values, errors: {} };
  const errors: Record<string, unknown> = {};
  for (const [path, message] of faults) {
    if (path === "amounts.0.amount") errors.amounts = [{ amount: { type: "MISSING", message } }];
    else errors[path] = { type: "MISSING", message };
  }
  return { values: {}, errors: errors as FieldErrors<RuleSetValues> };
};

const places: Readonly<Record<string, string>> = {
  "rules.method": "method",
  "rules.basis": "basis",
  "rules.freeLookDays": "freeLookDays",
  "rules.retainedPercent.CUSTOMER": "customer",
  "rules.retainedPercent.PROVIDER": "provider",
  "rules.retainedPercent.DEALER": "dealer",
  "rules.feeTaxPercent": "feeTax",
  "rules.fee.percent": "feePercent",
};

/** Where a fault of the wire stands in the form. */
export function formPathOf(path: string): string {
  const known = places[path];
  if (known) return known;
  const amount = /^rules\.fee\.(?:amount|cap|inOtherCurrencies\.(\d+))(?:\.(currency|amountMinor))?$/.exec(
    path,
  );
  if (!amount) return path;
  const [, other, part] = amount;
  return `amounts.${other === undefined ? 0 : Number(other) + 1}.${part === "currency" ? "currency" : "amount"}`;
}

export const fieldLabels: Readonly<Record<string, string>> = {
  code: "Code",
  name: "Name",
  note: "Why this version",
  freeLookDays: "Free look",
  customer: "Kept back from the customer",
  provider: "Kept back from the provider",
  dealer: "Kept back from the dealer",
  feePercent: "Percentage of the price",
  "amounts.*.amount": "Amount of the fee",
  "amounts.*.currency": "Currency of the fee",
  feeTax: "Tax on the fee",
};
