"use client";

import { IconAlertTriangle, IconInfinity } from "@tabler/icons-react";
import type { ContractRead, Vehicle } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { Meter, meterTone } from "../../../ui/meter.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { inGroup } from "../../contracts/groups.ts";
import { typeWord } from "../../contracts/words.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { noneWords } from "./none-words.ts";
import { readingDoubts } from "./reading-doubts.ts";
import { type ContractPages, useVehicleContracts } from "./use-vehicle-contracts.ts";
import classes from "./verdict.module.css";
import { type VerdictCell, verdictCells } from "./verdict.ts";

type VerdictStripProps = { vehicle: Vehicle; pages: ContractPages };

/** What is in force today and what is left: what the customer at the desk asks first. */
export function VerdictStrip({ vehicle, pages }: VerdictStripProps) {
  const format = useFormat();
  const { today } = useDesk();
  const { groups, hasAllLiving } = useVehicleContracts(vehicle.vehicleId, pages);
  const inForce = inGroup(groups, "inForce");
  const cells = verdictCells(inForce, vehicle.latestOdometer?.unit ?? null, format);
  const isNone = inForce.length === 0;
  const none = isNone ? noneWords(groups, format) : [];
  const doubts = [
    ...readingDoubts(inForce, today, format),
    ...(isNone ? [] : inGroup(groups, "suspended").map(({ type }) => `${typeWord(type)} is suspended.`)),
  ];
  return (
    <section className={classes.strip} aria-labelledby="in-force">
      <header className={classes.head}>
        <h2 id="in-force" className={classes.title}>
          {titleOf(inForce, hasAllLiving)}
        </h2>
        <span className={classes.facts}>
          <When vehicle={vehicle} inForce={inForce} />
        </span>
        {doubts.length > 0 && (
          <ul className={classes.doubts}>
            {doubts.map((doubt) => (
              <li key={doubt}>
                <IconAlertTriangle size={16} stroke={1.75} aria-hidden /> {doubt}
              </li>
            ))}
          </ul>
        )}
      </header>
      {cells.length > 0 && (
        <ul className={classes.cells} data-columns={columnsOf(cells.length)}>
          {cells.map((cell) => (
            <Cell key={cell.contractId} cell={cell} />
          ))}
        </ul>
      )}
      {none.length > 0 && (
        <ul className={classes.none}>
          {none.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function titleOf({ length }: readonly ContractRead[], isWhole: boolean): string {
  if (length === 0) return "No contract in force today";
  const few = isWhole ? "" : "At least ";
  return `${few}${length} ${length === 1 ? "contract" : "contracts"} in force today`;
}

/** "Wed 25 Nov at 41,870 mi, Bristol": of which day, odometer and store the verdict speaks. */
function When({
  vehicle: { latestOdometer },
  inForce,
}: {
  vehicle: Vehicle;
  inForce: readonly ContractRead[];
}) {
  const format = useFormat();
  const { today, store, stores } = useDesk();
  const at = latestOdometer ? ` at ${format.distance(latestOdometer)}` : ", no odometer reading";
  const where = store ?? (stores.length === 1 ? stores[0] : null) ?? onlyStore(inForce);
  return `${format.weekday(where?.today ?? today)}${at}${where ? `, ${where.name}` : ""}`;
}

/** The store of all contracts in force, where it is one. */
function onlyStore([first, ...others]: readonly ContractRead[]): ContractRead["store"] | null {
  return first && others.every(({ store }) => store.storeId === first.store.storeId) ? first.store : null;
}

/** Up to four side by side, in rows as even as can be. */
function columnsOf(count: number): number {
  const rows = Math.ceil(count / 4);
  return Math.ceil(count / rows);
}

function Cell({ cell }: { cell: VerdictCell }) {
  const format = useFormat();
  const tone = meterTone(cell.share ?? 0, null, true);
  return (
    <li className={classes.cell}>
      <Link href={routes.contract(cell.contractId)} className={classes.label}>
        {cell.label}
      </Link>
      <span className={classes.value} data-unknown={cell.unknown || undefined}>
        {cell.endless && <IconInfinity size={18} aria-hidden />} {cell.value}
      </span>
      {cell.left && (
        <span className={classes.left} data-near={cell.near || undefined}>
          {cell.left}
        </span>
      )}
      {cell.share !== null && (
        <div className={classes.meter}>
          <Meter
            share={cell.share}
            tone={cell.near ? "amber" : tone}
            label={`${format.percent(Math.round(cell.share * 100))} gone`}
          />
        </div>
      )}
      {cell.others.map(({ text, tone: otherTone }) => (
        <span key={text} className={classes.other} data-tone={otherTone}>
          {text}
        </span>
      ))}
    </li>
  );
}
