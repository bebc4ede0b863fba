"use client";

import { useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { statusWord } from "../../../ui/status-badge.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { contractById } from "../queries.ts";
import classes from "./detail.module.css";

/** A contract that comes before or after, by its number or its dates. */
export function Neighbour({ contractId }: { contractId: string }) {
  const trpc = useTRPC();
  const format = useFormat();
  const { data } = useQuery(contractById(trpc, contractId));
  return (
    <Link href={routes.contract(contractId)} className={classes.link}>
      {data ? nameOf(data, format.date) : "Show it"}
    </Link>
  );
}

function nameOf(contract: ContractRead, date: (day: string) => string): string {
  const { contractNumber, startDate, endDate, effectiveStatus } = contract;
  const from = startDate ? date(startDate) : "";
  const span = endDate ? `${from} to ${date(endDate)}` : from;
  return `${contractNumber ?? span}, ${statusWord(effectiveStatus).toLowerCase()}`;
}
