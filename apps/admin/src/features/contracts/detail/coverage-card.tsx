"use client";

import { IconCheck, IconX } from "@tabler/icons-react";
import type { Contract, CoverageLine } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { lineName } from "../line-name.ts";
import { ownEndWords, planWords } from "../term-words.ts";
import classes from "./detail.module.css";

const columns = [
  { header: "Component group" },
  { header: "Answer", width: "104px" },
  { header: "Parts", align: "end", width: "70px" },
  { header: "Labour", align: "end", width: "70px" },
  { header: "Own end", width: "124px" },
  { header: "Up to", align: "end", width: "104px" },
] as const;

/** What the contract pays for and what it leaves out, line by line. */
export function CoverageCard({ contract }: { contract: Contract }) {
  const { coverage, plan } = contract;
  return (
    <Card title="Coverage" note={plan && `plan ${planWords(plan)}`} flush={coverage.length > 0}>
      {coverage.length === 0 ? (
        <span className={classes.muted}>No component is named.</span>
      ) : (
        <PlainTable label="Coverage" columns={columns}>
          {coverage.map((line) => (
            <Line key={`${line.code} ${line.treatment}`} line={line} />
          ))}
        </PlainTable>
      )}
    </Card>
  );
}

function Line({ line }: { line: CoverageLine }) {
  const format = useFormat();
  const isCovered = line.treatment === "COVERED";
  const Icon = isCovered ? IconCheck : IconX;
  const share = (percent: CoverageLine["partsPercent"]) => (percent === null ? "–" : format.percent(percent));
  return (
    <tr>
      <td>
        {lineName(line)}
        {line.description && <span className={classes.code}>{line.code}</span>}
      </td>
      <td>
        <span className={classes.answer} data-covered={isCovered}>
          <Icon size={14} aria-hidden />
          {isCovered ? "Covered" : "Excluded"}
        </span>
      </td>
      <td data-align="end">{share(line.partsPercent)}</td>
      <td data-align="end">{share(line.labourPercent)}</td>
      <td>
        {ownEndWords(line, format) ?? (
          <span className={classes.muted}>{isCovered ? "with contract" : "–"}</span>
        )}
      </td>
      <td data-align="end">{line.maximumAmount ? format.money(line.maximumAmount) : "–"}</td>
    </tr>
  );
}
