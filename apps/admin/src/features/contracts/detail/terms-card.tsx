"use client";

import type { ContractRead } from "@vehicle-contracts/contract-model";
import { Card } from "../../../ui/card.tsx";
import { type Fact, Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import {
  deductibleWords,
  distanceWords,
  type Format,
  hoursWords,
  monthsWord,
  originWords,
  planWords,
  transferPolicyWords,
} from "../term-words.ts";
import classes from "./detail.module.css";

/** What was agreed. */
export function TermsCard({ contract }: { contract: ContractRead }) {
  const format = useFormat();
  return (
    <Card title="Terms">
      <Facts items={termsOf(contract, format)} />
    </Card>
  );
}

const none = <span className={classes.muted}>none</span>;

function termsOf(contract: ContractRead, format: Format): Fact[] {
  const { plan, provider, store, saleDate, startDate, endDate, termMonths, engineHours } = contract;
  const day = (date: string | null) => (date ? format.date(date) : none);
  const unknown = <span className={classes.violet}>unknown</span>;
  return [
    { label: "Plan", value: plan ? planWords(plan) : none },
    { label: "Provider", value: provider?.name ?? none },
    { label: "Store", value: store.name },
    { label: "Sold", value: day(saleDate) },
    { label: "Starts", value: day(startDate) },
    { label: "Ends", value: contract.openEnded ? "open-ended" : day(endDate) },
    ...(termMonths === null ? [] : [{ label: "Term", value: monthsWord(termMonths, format) }]),
    {
      label: "Distance",
      value: contract.distance.kind === "unknown" ? unknown : distanceWords(contract.distance, format),
    },
    ...(engineHours.kind === "unlimited"
      ? []
      : [
          {
            label: "Engine hours",
            value: engineHours.kind === "unknown" ? unknown : hoursWords(engineHours, format),
          },
        ]),
    { label: "Waiting period", value: contract.waitingDays > 0 ? format.days(contract.waitingDays) : none },
    { label: "Excess", value: deductibleWords(contract.deductible, store.name, format) },
    ...(contract.transferPolicy
      ? [{ label: "Transfer", value: transferPolicyWords(contract.transferPolicy, format) }]
      : []),
    ...(contract.awaitingProvider
      ? [{ label: "Acceptance", value: "the provider has not accepted yet" }]
      : []),
    { label: "Origin", value: originWords(contract.origin) },
  ];
}
