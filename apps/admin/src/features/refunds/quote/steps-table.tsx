"use client";

import { VisuallyHidden } from "@mantine/core";
import type { RefundQuote } from "@vehicle-contracts/contract-model";
import { useFormat } from "../../../ui/use-format.ts";
import { stepRows } from "../step-words.ts";
import classes from "./quote.module.css";

/** How a refund is worked out: a row a step, in words, figures and result. `isOld`: another one is on its way. */
export function StepsTable({
  quote,
  isOld = false,
}: {
  quote: Pick<RefundQuote, "steps" | "inputs" | "refund">;
  isOld?: boolean;
}) {
  const format = useFormat();
  return (
    <table className={classes.steps} data-old={isOld || undefined} aria-busy={isOld}>
      <caption>
        <VisuallyHidden>How the refund is worked out</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <VisuallyHidden>Number</VisuallyHidden>
          </th>
          {["Step", "Figures", "Result"].map((title) => (
            <th key={title} scope="col">
              <VisuallyHidden>{title}</VisuallyHidden>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {stepRows(quote, format).map(({ code, title, below, figures, result }, place) => (
          <tr key={code}>
            <td className={classes.number}>{place + 1}</td>
            <th scope="row">
              {title}
              {below && <span className={classes.below}>{below}</span>}
            </th>
            <td className={classes.figures}>{figures}</td>
            <td className={classes.result}>{result}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={3}>
            Refund
          </th>
          <td className={classes.result}>{format.money(quote.refund)}</td>
        </tr>
      </tfoot>
    </table>
  );
}
