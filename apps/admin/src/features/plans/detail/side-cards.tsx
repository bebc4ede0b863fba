"use client";

import type { PlanRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { Card } from "../../../ui/card.tsx";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { stateWords } from "../words.ts";
import classes from "./detail.module.css";

/** What it costs, in each currency. */
export function PricesCard({ plan: { prices } }: { plan: PlanRead }) {
  const format = useFormat();
  if (prices.length === 0)
    return (
      <Card title="Price">
        <p className={classes.text}>None: it comes with the vehicle.</p>
      </Card>
    );
  return (
    <Card title="Prices" flush>
      <PlainTable
        label="Prices"
        columns={[
          { header: "Gross", align: "end" },
          { header: "VAT", align: "end" },
          { header: "A sale may ask" },
        ]}
      >
        {prices.map(({ grossMinor, taxRate, currency, lowestGrossMinor: low, highestGrossMinor: high }) => {
          const money = (amountMinor: number) => format.money({ amountMinor, currency });
          return (
            <tr key={currency}>
              <td data-align="end">{money(grossMinor)}</td>
              <td data-align="end">{format.percent(taxRate)}</td>
              <td>
                {low === null && high === null
                  ? "this"
                  : `${low === null ? "any less" : money(low)} to ${high === null ? "any more" : money(high)}`}
              </td>
            </tr>
          );
        })}
      </PlainTable>
    </Card>
  );
}

/** All versions, the newest first; the one that is shown is where the page is. */
export function VersionsCard({ plan }: { plan: PlanRead }) {
  const format = useFormat();
  return (
    <Card title="Versions" note="none changes once it is sold">
      <ul className={classes.versions}>
        {plan.versions.map(({ version, state }) => (
          <li key={version}>
            {version === plan.version ? (
              <strong>Version {version}</strong>
            ) : (
              <Link href={routes.plan(plan.code, version)} className={classes.link}>
                Version {version}
              </Link>
            )}{" "}
            <Tag tone={stateWords[state].tone}>{stateWords[state].word}</Tag>
          </li>
        ))}
      </ul>
      <p className={classes.quiet}>
        This one was made by {plan.createdBy.name} on {format.date(plan.createdAt.slice(0, 10))}
        {plan.releasedBy && plan.releasedAt
          ? `, released by ${plan.releasedBy.name} on ${format.date(plan.releasedAt.slice(0, 10))}`
          : ""}
        {plan.retiredBy && plan.retiredAt
          ? `, retired by ${plan.retiredBy.name} on ${format.date(plan.retiredAt.slice(0, 10))}`
          : ""}
        .
      </p>
    </Card>
  );
}
