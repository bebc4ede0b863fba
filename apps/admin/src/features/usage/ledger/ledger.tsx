"use client";

import { Button } from "@mantine/core";
import { IconArrowBackUp } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ContractRead, Usage } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC, useTRPCClient } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import { CardRow } from "../../../ui/card.tsx";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import classes from "../usage.module.css";
import { countedWords, jobWords, usageName } from "./usage-words.ts";

const ReverseUsage = laterOpened(() => import("./reverse-usage.tsx").then((loaded) => loaded.ReverseUsage));

const columns = [
  { header: "Date", width: "124px" },
  { header: "What" },
  { header: "Repair order", width: "22%" },
  { header: "Counted as", width: "26%" },
  { header: "Amount", align: "end", width: "104px" },
] as const;

/** Every entry of the ledger, the latest first; what was reversed stays, struck through, with who and why. */
export function Ledger({ contract, mayReverse }: { contract: ContractRead; mayReverse: boolean }) {
  const trpc = useTRPC();
  const { contractId } = contract;
  const client = useTRPCClient();
  const { data, error, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    // below the procedure's own key, so that what makes it stale makes this stale too
    queryKey: [...trpc.usage.list.queryKey({ contractId }), "pages"],
    queryFn: ({ pageParam }) => client.usage.list.query({ contractId, cursor: pageParam, limit: 25 }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });
  const [reversing, setReversing] = useState<Usage | null>(null);
  const [isOpen, setOpen] = useState(false);
  if (!data)
    return error ? (
      <Unread title="The usage could not be read" problem={problemOf(error)} onRetry={() => void refetch()} />
    ) : (
      <CardRow>
        <SkeletonLines lines={2} />
      </CardRow>
    );
  const items = data.pages.flatMap((page) => page.items);
  const entries = items.filter(({ reverses }) => reverses === null);
  const reversals = new Map(items.map((item) => [item.usageId, item]));
  if (entries.length === 0) return <p className={classes.nothing}>Nothing has been used yet.</p>;
  return (
    <>
      <PlainTable label="Usage" columns={columns}>
        {entries.map((usage) => (
          <Entry
            key={usage.usageId}
            usage={usage}
            contract={contract}
            reversal={usage.reversedBy === null ? null : (reversals.get(usage.reversedBy) ?? null)}
            onReverse={
              mayReverse && usage.reversedBy === null
                ? () => {
                    setReversing(usage);
                    setOpen(true);
                  }
                : null
            }
          />
        ))}
      </PlainTable>
      {hasNextPage && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            loading={isFetchingNextPage}
            onClick={() => void fetchNextPage()}
          >
            Show earlier entries
          </Button>
        </div>
      )}
      {reversing && (
        <ReverseUsage
          key={reversing.usageId}
          usage={reversing}
          what={usageName(reversing, contract)}
          opened={isOpen}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

type EntryProps = {
  usage: Usage;
  contract: ContractRead;
  reversal: Usage | null;
  onReverse: (() => void) | null;
};

function Entry({ usage, contract, reversal, onReverse }: EntryProps) {
  const format = useFormat();
  const name = usageName(usage, contract);
  const isReversed = usage.reversedBy !== null;
  return (
    <tr data-reversed={isReversed || undefined} className={classes.entry}>
      <td className={classes.day}>{format.date(usage.date)}</td>
      <td>
        <span className={classes.what}>{name}</span>
        {usage.odometer && <span className={classes.small}>{format.distance(usage.odometer)}</span>}
      </td>
      <td>{jobWords(usage) ?? <span className={classes.small}>none named</span>}</td>
      <td>
        {isReversed ? (
          <span className={classes.reversed}>
            <IconArrowBackUp size={14} aria-hidden /> Reversed
            {reversal && ` ${format.dayOf(reversal.recordedAt, "UTC")}: ${reversal.reason}`}
          </span>
        ) : (
          <>
            {countedWords(usage, format)}
            {onReverse && (
              <button
                type="button"
                className={classes.textButton}
                aria-label={`Reverse ${name}, ${format.date(usage.date)}`}
                onClick={onReverse}
              >
                Reverse…
              </button>
            )}
          </>
        )}
      </td>
      <td data-align="end">{usage.amount ? format.money(usage.amount) : "–"}</td>
    </tr>
  );
}
