"use client";

import { IconList } from "@tabler/icons-react";
import Link from "next/link";
import { StatusIcon, statusWord } from "../../ui/status-badge.tsx";
import { ContractCount } from "./contract-count.tsx";
import classes from "./contract-counts.module.css";
import { addressOf, type ContractsParams } from "./search-params.ts";

const states = ["ACTIVE", "PENDING", "SUSPENDED"] as const;

/** How many contracts of something there are by state, each leading to the list of them. */
export function ContractCounts({ of, note }: { of: Partial<ContractsParams>; note?: string | undefined }) {
  return (
    <section className={classes.counts}>
      <h3 className={classes.title}>Contracts {note && <span className={classes.note}>{note}</span>}</h3>
      <ul className={classes.list}>
        {states.map((status) => (
          <li key={status}>
            <Link href={addressOf({ ...of, status: [status] })} prefetch={false} className={classes.row}>
              <StatusIcon status={status} />
              <span className={classes.word}>{statusWord(status)}</span>
              <ContractCount of={{ ...of, status: [status] }} />
            </Link>
          </li>
        ))}
        <li>
          <Link href={addressOf(of)} prefetch={false} className={classes.row}>
            <IconList size={14} aria-hidden className={classes.all} />
            <span className={classes.word}>In any state</span>
            <ContractCount of={of} />
          </Link>
        </li>
      </ul>
    </section>
  );
}
