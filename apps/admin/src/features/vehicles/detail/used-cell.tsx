"use client";

import { IconInfinity, IconQuestionMark } from "@tabler/icons-react";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { Meter } from "../../../ui/meter.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { limitsOf } from "../../contracts/limits.ts";
import type { DistanceUsed } from "./distance-used.ts";
import classes from "./time-line.module.css";

type UsedCellProps = { contract: ContractRead; used: DistanceUsed };

/** How much of its distance a contract has used; of its engine hours too, where they are limited. */
export function UsedCell({ contract, used }: UsedCellProps) {
  const isInForce = contract.effectiveStatus === "ACTIVE";
  return (
    <>
      {used.kind === "limited" ? (
        <Used used={used} isInForce={isInForce} />
      ) : used.kind === "unlimited" ? (
        <span className={classes.endless}>
          <IconInfinity size={14} aria-hidden /> Unlimited
        </span>
      ) : (
        <span className={classes.unknown}>
          <IconQuestionMark size={14} aria-hidden /> Limit unknown
        </span>
      )}
      <HoursUsed contract={contract} />
    </>
  );
}

function Used({ used, isInForce }: { used: Extract<DistanceUsed, { kind: "limited" }>; isInForce: boolean }) {
  const format = useFormat();
  const tone = !isInForce ? "grey" : used.near ? "amber" : "green";
  const all = format.distance(used.all);
  const share = `${format.percent(Math.round(used.share * 100))} used`;
  return (
    <>
      <span className={classes.figures}>
        <span className={classes.figure} data-tone={tone}>
          {used.used ? format.whole(used.used.value) : "–"}
        </span>
        <span className={classes.all}>of {all}</span>
      </span>
      <Meter
        share={used.share}
        tone={tone}
        label={
          used.used === null
            ? "no reading tells"
            : used.at
              ? `${share}, read on ${format.date(used.at.date)}`
              : share
        }
      />
      {used.agreed && <span className={classes.agreed}>agreed {format.distance(used.agreed)}</span>}
    </>
  );
}

function HoursUsed({ contract }: { contract: ContractRead }) {
  const format = useFormat();
  const { hours, phase } = limitsOf(contract);
  if (hours.kind === "unlimited") return null;
  if (hours.kind === "unknown") return <span className={classes.unknown}>Hours unknown</span>;
  const isCounted = phase === "running" || phase === "paused";
  const used = isCounted && hours.at ? format.whole(Math.max(0, hours.at.value - hours.start)) : "–";
  return (
    <span className={classes.figures}>
      <span>{used}</span>
      <span className={classes.all}>of {format.hours(hours.all)}</span>
    </span>
  );
}
