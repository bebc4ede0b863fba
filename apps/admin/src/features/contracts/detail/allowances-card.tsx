"use client";

import type { Contract } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { dueWords, lineName } from "../term-words.ts";
import classes from "./detail.module.css";

const columns = [
  { header: "Service" },
  { header: "Included", align: "end", width: "90px" },
  { header: "Due", width: "46%" },
] as const;

/** The services that are included, and when each is due. */
export function AllowancesCard({ contract }: { contract: Contract }) {
  const format = useFormat();
  if (contract.allowances.length === 0) return null;
  return (
    <Card title="Allowances" flush>
      <PlainTable label="Allowances" columns={columns}>
        {contract.allowances.map((allowance) => (
          <tr key={allowance.code}>
            <td>
              {lineName(allowance)}
              {allowance.description && <span className={classes.code}>{allowance.code}</span>}
            </td>
            <td data-align="end">{format.whole(allowance.quantity)}</td>
            <td>{dueWords(allowance, format) ?? <span className={classes.muted}>when asked for</span>}</td>
          </tr>
        ))}
      </PlainTable>
    </Card>
  );
}
