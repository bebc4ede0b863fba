"use client";

import type { Renewal } from "@vehicle-contracts/contract-model";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./table.module.css";

/** What a renewal would be today, and its price. */
export function OfferCell({ offer }: Pick<Renewal, "offer">) {
  const format = useFormat();
  if (!offer) return <span className={classes.none}>its plan is not sold any more</span>;
  const { plan, price } = offer;
  return (
    <TwoLines
      top={plan ? `${plan.name} v${plan.version}` : "As before"}
      below={price ? format.money(price) : "without a price"}
    />
  );
}
