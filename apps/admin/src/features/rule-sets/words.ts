import type { RefundRuleSet, RefundRules } from "@vehicle-contracts/contract-model";

const bases: Readonly<Record<RefundRules["basis"], string>> = {
  LESSER: "Lesser of both",
  TIME: "Time",
  DISTANCE: "Distance",
};

export const basisOptions = (Object.keys(bases) as RefundRules["basis"][]).map((value) => ({
  value,
  label: bases[value],
}));

export const methodOptions: readonly { value: RefundRules["method"]; label: string; note: string }[] = [
  { value: "PRO_RATA", label: "Pro rata", note: "the share of time or distance not used" },
  { value: "BALANCE", label: "Balance", note: "paid, less the services provided" },
];

export const feeOptions: readonly { value: RefundRules["fee"]["kind"]; label: string }[] = [
  { value: "NONE", label: "None" },
  { value: "FIXED", label: "A fixed amount" },
  { value: "PERCENT", label: "A percentage of the price" },
];

type Format = {
  money: (money: { amountMinor: number; currency: string }) => string;
  percent: (percent: string | number) => string;
  days: (days: number) => string;
};

export const methodWord = ({ method, basis }: Pick<RefundRules, "method" | "basis">): string =>
  method === "BALANCE" ? "Balance" : `Pro rata, ${bases[basis].toLowerCase()}`;

/** "€50.00, and in 4 other currencies": what the customer pays who cancels. */
export function feeWords({ fee }: Pick<RefundRules, "fee">, format: Format): string {
  if (fee.kind === "NONE") return "none";
  const others = fee.inOtherCurrencies?.length ?? 0;
  const more = others > 0 ? `, and in ${others} other ${others === 1 ? "currency" : "currencies"}` : "";
  if (fee.kind === "FIXED") return `${format.money(fee.amount)}${more}`;
  const cap = fee.cap ? `, at most ${format.money(fee.cap)}${more}` : "";
  return `${format.percent(fee.percent)} of the price${cap}`;
}

const cancellers = { CUSTOMER: "customer", PROVIDER: "provider", DEALER: "dealer" } as const;

function keptBackWords({ retainedPercent }: RefundRules, format: Format): string {
  const kept = (Object.keys(cancellers) as (keyof typeof cancellers)[]).flatMap((who) => {
    const percent = retainedPercent[who] ?? 0;
    return Number(percent) === 0 ? [] : [`${format.percent(percent)} from the ${cancellers[who]}`];
  });
  return kept.length > 0 ? kept.join(", ") : "nothing";
}

/** A rule set's rules, a line each. */
export function rulesWords(rules: RefundRules, format: Format): { label: string; value: string }[] {
  return [
    { label: "Method", value: methodWord(rules) },
    { label: "Free look", value: rules.freeLookDays === 0 ? "none" : format.days(rules.freeLookDays) },
    ...(rules.method === "PRO_RATA" ? [{ label: "Kept back", value: keptBackWords(rules, format) }] : []),
    { label: "Fee", value: feeWords(rules, format) },
    ...(rules.fee.kind === "NONE"
      ? []
      : [{ label: "Tax on the fee", value: format.percent(rules.feeTaxPercent) }]),
    { label: "Claims", value: rules.deductClaims ? "taken off" : "not taken off" },
  ];
}

/** Whose it is. */
export const originWord = ({ shipped }: Pick<RefundRuleSet, "shipped">): string =>
  shipped ? "comes with the product, an example" : "your own";
