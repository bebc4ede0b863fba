"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconReceipt } from "@tabler/icons-react";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { Card } from "../../ui/card.tsx";
import { laterOpened } from "../../ui/later/later.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { lineName } from "../contracts/line-name.ts";
import { dueWords } from "../contracts/term-words.ts";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { Ledger } from "./ledger/ledger.tsx";
import { hasUsage, whyNoUsage } from "./may-use.ts";
import classes from "./usage.module.css";

const RecordUsage = laterOpened(() =>
  import("./record/record-usage.tsx").then((loaded) => loaded.RecordUsage),
);

/** What the contract includes and pays for, what is left of it, and what has been used, with whom it was recorded. */
export function UsageCard({ contract }: { contract: ContractRead }) {
  const may = useMay();
  const { stores } = useDesk();
  const [isRecording, record] = useDisclosure(false);
  if (!hasUsage(contract)) return null;
  const isGranted = stores.some(({ storeId }) => storeId === contract.storeId);
  const whyNot = whyNoUsage(contract);
  const mayRecord = may.write && isGranted && whyNot === null;
  const mayReverse =
    may.write && isGranted && !["CANCELLED", "VOID", "DRAFT"].includes(contract.effectiveStatus);
  return (
    <Card
      title="Allowances and usage"
      note={may.write && isGranted ? whyNot : undefined}
      action={
        mayRecord && (
          <Button size="xs" variant="default" leftSection={<IconReceipt size={14} />} onClick={record.open}>
            Record usage
          </Button>
        )
      }
      flush
    >
      <Left contract={contract} />
      <Ledger contract={contract} mayReverse={mayReverse} />
      {mayRecord && <RecordUsage contract={contract} opened={isRecording} onClose={record.close} />}
    </Card>
  );
}

function Left({ contract }: { contract: ContractRead }) {
  const format = useFormat();
  const { allowances, coverage, remaining } = contract;
  if (remaining.allowances.length + remaining.amounts.length === 0) return null;
  return (
    <ul className={classes.left} aria-label="What is left">
      {remaining.allowances.map(({ code, quantity, left }) => {
        const allowance = allowances.find((each) => each.code === code);
        const due = allowance && dueWords(allowance, format);
        return (
          <li key={`allowance ${code}`}>
            <span className={classes.leftName}>{lineName(allowance ?? { code, description: null })}</span>
            <span>
              {format.whole(left)} of {format.whole(quantity)} left
              <Units left={left} quantity={quantity} />
            </span>
            {due && <span className={classes.small}>due {due}</span>}
          </li>
        );
      })}
      {remaining.amounts.map(({ code, maximum, left }) => (
        <li key={`amount ${code}`}>
          <span className={classes.leftName}>
            {lineName(
              coverage.find((each) => each.code === code && each.treatment === "COVERED") ?? {
                code,
                description: null,
              },
            )}
          </span>
          <span>
            {format.money(left)} of {format.money(maximum)} left
          </span>
        </li>
      ))}
    </ul>
  );
}

/** A mark for each unit: used ones grey, those left green. Many are only said. */
function Units({ left, quantity }: { left: number; quantity: number }) {
  if (quantity > 8) return null;
  return (
    <span className={classes.units} aria-hidden>
      {Array.from({ length: quantity }, (_, place) => (
        <span key={place} data-left={place >= quantity - left || undefined} />
      ))}
    </span>
  );
}
