"use client";

import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { Entitlement } from "@vehicle-contracts/contract-model";
import { useFormat } from "../../../ui/use-format.ts";
import { DecisionBadge } from "../decision-badge.tsx";
import { kindWord } from "../decision-words.ts";
import { lineWords } from "./line-words.ts";
import classes from "./panel.module.css";
import type { NamedContract } from "./reason-words.ts";
import type { ShownLine } from "./use-job.ts";

type JobLineProps = {
  line: ShownLine;
  /** Undefined while there is none. */
  answer: Entitlement["lines"][number] | undefined;
  date: string;
  contracts: ReadonlyMap<string, NamedContract>;
  /** Null for what is still typed. */
  onRemove: (() => void) | null;
};

/** One line of the job: what is decided, what the customer pays, and why. */
export function JobLine({ line, answer, date, contracts, onRemove }: JobLineProps) {
  const format = useFormat();
  const { name, kind, amount, code } = line;
  const word = kindWord(kind);
  const what = word ? `${name}, ${word}` : name;
  return (
    <li className={classes.line} data-draft={line.isDraft || undefined}>
      <div className={classes.top}>
        <span className={classes.name}>{what}</span>
        <span className={classes.amount}>{format.money(amount)}</span>
        {onRemove && (
          <ActionIcon
            variant="subtle"
            color="gray"
            size={24}
            className={classes.remove}
            aria-label={`Remove ${what}`}
            onClick={onRemove}
          >
            <IconX size={14} />
          </ActionIcon>
        )}
      </div>
      {answer && (
        <>
          <div className={classes.top}>
            <DecisionBadge decision={answer.decision} />
            <span className={classes.pays}>
              Customer pays{" "}
              {answer.decision === "UNDETERMINED" ? (
                <b className={classes.open}>open</b>
              ) : (
                <b>{format.money(answer.customerPays)}</b>
              )}
            </span>
          </div>
          <p className={classes.words}>
            {lineWords(answer, { date, code, kind, amount }, contracts, format)}
            {!line.isNamed &&
              contracts.size > 0 &&
              " No contract names it: it was checked as something that is not listed."}
          </p>
        </>
      )}
    </li>
  );
}
