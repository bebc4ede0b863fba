"use client";

import type { Plan } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { lineName } from "../../contracts/line-name.ts";
import { type Format, monthsWord } from "../../contracts/term-words.ts";
import { amountsWords, lengthsWords } from "../words.ts";

const endsWords = ({ endsAfterMonths, endsAfterDistances }: Plan["coverage"][number], format: Format) =>
  [
    endsAfterMonths !== null && `${monthsWord(endsAfterMonths, format)}`,
    endsAfterDistances.length > 0 && lengthsWords(endsAfterDistances, format),
  ]
    .filter(Boolean)
    .join(" or ");

/** What the plan covers and what it leaves out. */
export function CoverageTable({ coverage }: Pick<Plan, "coverage">) {
  const format = useFormat();
  if (coverage.length === 0) return null;
  const share = (percent: Plan["coverage"][number]["partsPercent"]) =>
    percent === null ? "" : format.percent(percent);
  return (
    <Card title="Coverage" flush>
      <PlainTable
        label="Coverage"
        columns={[
          { header: "Part" },
          { header: "Parts", align: "end", width: "13%" },
          { header: "Labour", align: "end", width: "13%" },
          { header: "At most", width: "24%" },
          { header: "Ends after", width: "20%" },
        ]}
      >
        {coverage.map((line) => (
          <tr key={`${line.treatment} ${line.code}`}>
            <td>{lineName(line)}</td>
            {line.treatment === "EXCLUDED" ? (
              <td colSpan={4}>not covered</td>
            ) : (
              <>
                <td data-align="end">{share(line.partsPercent)}</td>
                <td data-align="end">{share(line.labourPercent)}</td>
                <td>{amountsWords(line.maximumAmounts, format) || "no maximum"}</td>
                <td>{endsWords(line, format) || "with the contract"}</td>
              </>
            )}
          </tr>
        ))}
      </PlainTable>
    </Card>
  );
}

/** The services that the plan includes. */
export function ServicesTable({ allowances }: Pick<Plan, "allowances">) {
  const format = useFormat();
  if (allowances.length === 0) return null;
  return (
    <Card title="Services" flush>
      <PlainTable
        label="Services"
        columns={[
          { header: "Service" },
          { header: "Times", align: "end", width: "13%" },
          { header: "Due after", width: "44%" },
        ]}
      >
        {allowances.map((line) => (
          <tr key={line.code}>
            <td>{lineName(line)}</td>
            <td data-align="end">{format.whole(line.quantity)}</td>
            <td>
              {[
                line.dueAfterMonths !== null && monthsWord(line.dueAfterMonths, format),
                line.dueAfterDistances.length > 0 && lengthsWords(line.dueAfterDistances, format),
              ]
                .filter(Boolean)
                .join(" or ") || "no schedule"}
            </td>
          </tr>
        ))}
      </PlainTable>
    </Card>
  );
}
