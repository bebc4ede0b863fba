"use client";

import type { PlanRead } from "@vehicle-contracts/contract-model";
import { Code } from "../../../ui/code.tsx";
import type { DataColumn } from "../../../ui/data-table/data-column.ts";
import { TwoLines } from "../../../ui/data-table/two-lines.tsx";
import { Mark } from "../../../ui/mark.tsx";
import { Tag } from "../../../ui/tag.tsx";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";
import { lengthWords, pricesWords, stateWords } from "../words.ts";

const draftWords = ({ state, versions }: PlanRead): string => {
  const draft = versions.find((version) => version.state === "DRAFT");
  return draft && state !== "DRAFT" ? `version ${draft.version} is a draft` : "";
};

/** The columns of the list; `sought` is marked where it stands. */
export const planColumns = (format: Format, sought: string | null): readonly DataColumn<PlanRead>[] => [
  {
    id: "name",
    header: "Plan",
    width: "26%",
    narrowWidth: "40%",
    skeleton: "two-lines",
    cell: ({ name, code }) => (
      <TwoLines top={<Mark text={name} sought={sought} />} below={<Code>{code}</Code>} />
    ),
  },
  {
    id: "type",
    header: "Type",
    width: "20%",
    wideOnly: true,
    skeleton: "two-lines",
    cell: ({ type, provider }) => <TwoLines top={typeWord(type)} below={provider.name} />,
  },
  { id: "length", header: "Length", width: "24%", wideOnly: true, cell: (plan) => lengthWords(plan, format) },
  {
    id: "price",
    header: "Price",
    width: "15%",
    narrowWidth: "30%",
    cell: (plan) => pricesWords(plan, format) || "none",
  },
  {
    id: "state",
    header: "State",
    width: "15%",
    narrowWidth: "30%",
    skeleton: "two-lines",
    cell: (plan) => (
      <TwoLines
        top={
          <Tag tone={stateWords[plan.state].tone}>
            {stateWords[plan.state].word}, v{plan.version}
          </Tag>
        }
        below={draftWords(plan)}
      />
    ),
  },
];
