"use client";

import type { ContractRead } from "@vehicle-contracts/contract-model";
import { routes } from "../../routes.ts";
import { Card } from "../../ui/card.tsx";
import { Facts } from "../../ui/facts.tsx";
import { useFormat } from "../../ui/use-format.ts";
import classes from "./quote/quote.module.css";
import { cancellerWord, quoteName } from "./words.ts";

/** How a contract ended before its time: when, by whom, why, and what was refunded by which quote. */
export function CancellationCard({ cancellation }: Pick<ContractRead, "cancellation">) {
  const format = useFormat();
  if (!cancellation) return null;
  const { date, cancelledBy, reason, quoteId, refund } = cancellation;
  return (
    <Card title="Cancellation">
      <Facts
        items={[
          { label: "Cancelled on", value: format.date(date) },
          { label: "Who cancelled", value: cancellerWord(cancelledBy) },
          { label: "Reason", value: reason },
          { label: "Refund", value: <strong>{format.money(refund)}</strong> },
          {
            label: "Quote",
            value: (
              <a href={`${routes.api.refundQuotes}/${quoteId}`} download className={classes.link}>
                {quoteName({ quoteId })}, as PDF
              </a>
            ),
          },
        ]}
      />
    </Card>
  );
}
