"use client";

import { useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Card } from "../../../ui/card.tsx";
import { type Fact, Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { plansNamed } from "../plan-queries.ts";
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
    <Card
      title="Terms"
      action={
        <a href={`${routes.api.agreements}/${contract.contractId}`} download className={classes.link}>
          {contract.status === "DRAFT" ? "Quote as PDF" : "Agreement as PDF"}
        </a>
      }
    >
      <Facts items={termsOf(contract, format)} />
    </Card>
  );
}

/** Its name, leading to it, where the catalogue has it; else as the contract refers to it. */
function PlanName({ plan }: { plan: NonNullable<ContractRead["plan"]> }) {
  const found = useQuery(plansNamed(useTRPC(), plan.code)).data?.items;
  const its = found?.find(
    ({ code, versions }) => code === plan.code && versions.some(({ version }) => version === plan.version),
  );
  if (!its) return planWords(plan);
  return (
    <Link href={routes.plan(plan.code, plan.version)} className={classes.link}>
      {its.name} v{plan.version}
    </Link>
  );
}

const none = <span className={classes.muted}>none</span>;

function termsOf(contract: ContractRead, format: Format): Fact[] {
  const { plan, provider, store, saleDate, startDate, endDate, termMonths, engineHours } = contract;
  const day = (date: string | null) => (date ? format.date(date) : none);
  const unknown = <span className={classes.violet}>unknown</span>;
  return [
    { label: "Plan", value: plan ? <PlanName plan={plan} /> : none },
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
    {
      label: "Excess",
      value:
        contract.deductible.kind === "NONE" ? none : deductibleWords(contract.deductible, store.name, format),
    },
    ...(contract.transferPolicy
      ? [{ label: "Transfer", value: transferPolicyWords(contract.transferPolicy, format) }]
      : []),
    ...(contract.awaitingProvider
      ? [{ label: "Acceptance", value: "the provider has not accepted yet" }]
      : []),
    { label: "Origin", value: originWords(contract.origin) },
  ];
}
