"use client";

import type { ContractRead, DistanceUnit } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { StatusBadge } from "../../../ui/status-badge.tsx";
import { TimeBar, TimeGrid } from "../../../ui/time-bar/time-bar.tsx";
import type { TimeScale } from "../../../ui/time-bar/time-scale.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { typeWord } from "../../contracts/words.ts";
import { remainingWords } from "../../usage/remaining-words.ts";
import { contractBar } from "./contract-bar.ts";
import { distanceUsed } from "./distance-used.ts";
import { earlyEnd, type StandingReadings } from "./over-on.ts";
import classes from "./time-line.module.css";
import { UsedCell } from "./used-cell.tsx";

/** What of the vehicle the rows are told from. */
export type RowFacts = {
  readings: StandingReadings;
  /** By contract. */
  cancelledOn: ReadonlyMap<string, string>;
  /** What the vehicle is read in; null without a reading. */
  unit: DistanceUnit | null;
};

type ContractRowProps = { contract: ContractRead; scale: TimeScale; grid: TimeScale; facts: RowFacts };

/** One contract: what and in which state, when, and how far. */
export function ContractRow({ contract, scale, grid, facts }: ContractRowProps) {
  const format = useFormat();
  const { readings, unit } = facts;
  const cancelledOn = facts.cancelledOn.get(contract.contractId) ?? null;
  const early = earlyEnd(contract, { readings, cancelledOn });
  const bar = contractBar(contract, early, format);
  const word = typeWord(contract.type);
  const type = contract.predecessorId === null ? word : `${word}, renewal`;
  const used = distanceUsed(contract, { readings: readings.odometer, unit, overOn: early?.on ?? null });
  const left = isOver(contract) ? [] : remainingWords(contract, format);
  return (
    <tr className={classes.row}>
      <th scope="row" className={classes.what}>
        <Link href={routes.contract(contract.contractId)} className={classes.type}>
          {type}
        </Link>
        <span className={classes.state}>
          <StatusBadge status={contract.effectiveStatus} />
          {contract.contractNumber ? (
            <span className={classes.number}>{contract.contractNumber}</span>
          ) : (
            <span className={classes.none}>
              {contract.effectiveStatus === "DRAFT" ? "no number yet" : "no number"}
            </span>
          )}
        </span>
        {left.length > 0 && <span className={classes.left}>{left.join("; ")}</span>}
      </th>
      <td className={classes.time}>
        <TimeGrid scale={grid} />
        {bar ? (
          <TimeBar
            scale={scale}
            today={contract.store.today}
            from={bar.from}
            to={bar.to}
            tone={bar.tone}
            dashed={bar.dashed}
            cutAt={bar.cutAt}
            label={`From ${format.date(bar.from)}, ${bar.note}`}
            note={<span className={bar.near ? classes.near : undefined}>{bar.note}</span>}
            noteAt={bar.noteAt}
          />
        ) : (
          <span className={classes.undated}>no dates yet</span>
        )}
      </td>
      <td className={classes.used}>
        <UsedCell contract={contract} used={used} />
      </td>
    </tr>
  );
}

/** What is left of what is over, nobody can have. */
const isOver = ({ effectiveStatus }: ContractRead) =>
  effectiveStatus === "EXPIRED" || effectiveStatus === "CANCELLED" || effectiveStatus === "VOID";
