"use client";

import type { Entitlement } from "@vehicle-contracts/contract-model";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "./panel.module.css";
import { sumsOf } from "./sums.ts";

/** What the job costs, who pays how much of it, and what is not decided: that is in nobody's sum. */
export function JobSums({ answer, who = "Customer pays" }: { answer: Entitlement; who?: string }) {
  const format = useFormat();
  const { lines, currency } = answer;
  const sums = sumsOf(lines);
  const money = (amountMinor: number) => format.money({ amountMinor, currency });
  return (
    <dl className={classes.sums}>
      <div>
        <dt>
          Job, {format.whole(lines.length)} {lines.length === 1 ? "line" : "lines"}
        </dt>
        <dd>{money(sums.job)}</dd>
      </div>
      <div>
        <dt>Contracts pay</dt>
        <dd>{money(sums.contractsPay)}</dd>
      </div>
      {lines.some(({ decision }) => decision === "UNDETERMINED") && (
        <div>
          <dt>Not decided</dt>
          <dd className={classes.open}>{money(sums.undecided)}</dd>
        </div>
      )}
      <div className={classes.total}>
        <dt>{who}</dt>
        <dd>{money(sums.customerPays)}</dd>
      </div>
    </dl>
  );
}
