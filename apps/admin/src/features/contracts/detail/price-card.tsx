"use client";

import type { Contract } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./detail.module.css";

/** What it costs: net, tax and gross. */
export function PriceCard({ price }: { price: Contract["price"] }) {
  const { money, percent } = useFormat();
  if (!price)
    return (
      <Card title="Price">
        <span className={classes.muted}>No price is named.</span>
      </Card>
    );
  const amount = (amountMinor: number) => money({ amountMinor, currency: price.currency });
  return (
    <Card title="Price">
      <Facts
        items={[
          { label: "Net", value: amount(price.netMinor) },
          { label: `VAT ${percent(price.taxRate)}`, value: amount(price.taxMinor) },
          { label: "Gross", value: <span className={classes.strong}>{amount(price.grossMinor)}</span> },
        ]}
      />
    </Card>
  );
}
