"use client";

import { VisuallyHidden } from "@mantine/core";
import { TimeAxis, TodayLine } from "../../../ui/time-bar/time-bar.tsx";
import { groupWords } from "../../contracts/group-words.ts";
import type { Group } from "../../contracts/groups.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { ContractRow, type RowFacts } from "./contract-row.tsx";
import classes from "./time-line.module.css";
import { namedYears, timeSpan } from "./time-span.ts";

type ContractsTableProps = {
  groups: readonly Group[];
  /** Some of those that are over are not shown yet. */
  isCut: boolean;
  facts: RowFacts;
};

/** The contracts in their groups, on one time line that today goes through. */
export function ContractsTable({ groups, isCut, facts }: ContractsTableProps) {
  const { today } = useDesk();
  const scale = timeSpan(
    groups.flatMap(({ contracts }) => contracts),
    today,
  );
  const named = namedYears(scale);
  return (
    <div className={classes.frame}>
      <table className={classes.table} aria-label="Contracts">
        <thead>
          <tr>
            <th scope="col">Type and number</th>
            <th scope="col" className={classes.time}>
              <VisuallyHidden>Time</VisuallyHidden>
              <TimeAxis scale={named} />
            </th>
            <th scope="col" data-align="end">
              Distance used
            </th>
          </tr>
        </thead>
        {groups.map(({ name, contracts }) => (
          <tbody key={name}>
            <tr className={classes.group}>
              <th scope="rowgroup" colSpan={3}>
                {groupWords[name]}{" "}
                <span className={classes.count}>
                  {contracts.length}
                  {isCut && name === "over" ? " and more" : ""}
                </span>
              </th>
            </tr>
            {contracts.map((contract) => (
              <ContractRow
                key={contract.contractId}
                contract={contract}
                scale={scale}
                grid={named}
                facts={facts}
              />
            ))}
          </tbody>
        ))}
      </table>
      <div className={classes.overlay}>
        <TodayLine scale={scale} today={today} label="Today" />
      </div>
    </div>
  );
}
