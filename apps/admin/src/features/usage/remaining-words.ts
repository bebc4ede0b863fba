import type { Contract } from "@vehicle-contracts/contract-model";
import { lineName } from "../contracts/line-name.ts";
import type { Format } from "../contracts/term-words.ts";

type Remains = Pick<Contract, "remaining" | "allowances" | "coverage">;

/** Of several services the sum, in one figure; null where none is included. */
export function servicesLeft({
  remaining,
}: Pick<Contract, "remaining">): { left: number; of: number } | null {
  if (remaining.allowances.length === 0) return null;
  return remaining.allowances.reduce(
    (sum, { left, quantity }) => ({ left: sum.left + left, of: sum.of + quantity }),
    { left: 0, of: 0 },
  );
}

/**
 * "2 of 4 services left", "€400.00 of €3,000.00 left for Engine", "nothing claimed of 3 others": what is left of a contract besides
 * days and distance. Amounts that nothing has been claimed of are counted where there are several.
 */
export function remainingWords(contract: Remains, format: Pick<Format, "whole" | "money">): string[] {
  const services = servicesLeft(contract);
  const { amounts } = contract.remaining;
  const claimed = amounts.filter(({ used }) => used.amountMinor > 0);
  const whole = amounts.filter(({ used }) => used.amountMinor === 0);
  const told = whole.length === 1 ? [...claimed, ...whole] : claimed;
  const leftOf = told.map(({ code, left, maximum }) => {
    const line = contract.coverage.find((each) => each.code === code && each.treatment === "COVERED");
    const name =
      code === "*" && !line?.description ? "all else" : lineName(line ?? { code, description: null });
    return `${format.money(left)} of ${format.money(maximum)} left for ${name}`;
  });
  return [
    ...(services
      ? [
          `${format.whole(services.left)} of ${format.whole(services.of)} ${services.of === 1 ? "service" : "services"} left`,
        ]
      : []),
    ...leftOf,
    ...(whole.length > 1
      ? [`nothing claimed of ${format.whole(whole.length)} ${claimed.length > 0 ? "others" : "amounts"}`]
      : []),
  ];
}
