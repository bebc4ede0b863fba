"use client";

import { Button } from "@mantine/core";
import { IconPrinter, IconReceipt } from "@tabler/icons-react";
import type { ContractRead, Entitlement, Vehicle } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useMay } from "../../session/use-may.ts";
import { JobLine } from "./job-line.tsx";
import { JobSums } from "./job-sums.tsx";
import classes from "./panel.module.css";
import { PrintedJob } from "./printed-job.tsx";
import { contractWord } from "./reason-words.ts";
import type { Job } from "./use-job.ts";
import { usePrinting } from "./use-printing.ts";
import { type WhyNot, whyNotOf } from "./why-not.ts";

type JobAnswerProps = { job: Job; vehicle: Vehicle; contracts: readonly ContractRead[] };

/** The lines with what is decided, the sums, and why every other contract says no. */
export function JobAnswer({ job, vehicle, contracts }: JobAnswerProps) {
  const format = useFormat();
  const may = useMay();
  const printing = usePrinting();
  const { lines, answer } = job;
  const named = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const { data } = answer;
  const answers = new Map(data?.lines.map((line) => [line.lineId, line]));
  const isWhole = answer.isCurrent && data !== undefined;
  const whyNot = data
    ? whyNotOf(data.lines, new Map(lines.map((line) => [line.lineId, line])), data.date, named, format)
    : [];
  if (answer.error)
    return (
      <div className={classes.padded}>
        <Unread
          title="The job could not be checked"
          problem={problemOf(answer.error)}
          onRetry={answer.retry}
        />
      </div>
    );
  return (
    <div aria-busy={!isWhole} className={classes.answer}>
      <p className={classes.state} role="status">
        {isWhole ? "" : job.question === null ? "Enter the day and the mileage." : "Checking…"}
      </p>
      {isWhole &&
        data.warnings.map(({ code, message }) => (
          <div key={code} className={classes.padded}>
            <Notice tone="amber" title="The mileage contradicts the readings." live>
              {message}
            </Notice>
          </div>
        ))}
      <div data-stale={!isWhole || undefined} className={classes.answered}>
        <ul className={classes.lines}>
          {lines.map((line) => (
            <JobLine
              key={line.lineId}
              line={line}
              answer={isWhole ? answers.get(line.lineId) : undefined}
              date={data?.date ?? ""}
              contracts={named}
              onRemove={line.isDraft ? null : () => job.remove(line.entryId)}
            />
          ))}
        </ul>
        {isWhole && <JobSums answer={data} />}
        {isWhole && whyNot.length > 0 && <WhyNotAnother whyNot={whyNot} />}
      </div>
      {isWhole && (
        <div className={classes.foot}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPrinter size={14} />}
            onClick={printing.print}
          >
            Print for customer
          </Button>
          {may.write &&
            payersOf(data, named).map((contract) => (
              <Button
                key={contract.contractId}
                component={Link}
                href={routes.contract(contract.contractId)}
                variant="default"
                size="xs"
                leftSection={<IconReceipt size={14} />}
              >
                Record usage: {contractWord(contract)}
              </Button>
            ))}
        </div>
      )}
      {isWhole && printing.isPrinting && (
        <PrintedJob
          vehicle={vehicle}
          lines={lines}
          answer={data}
          contracts={named}
          whyNot={whyNot}
          odometer={job.question?.odometer ?? null}
        />
      )}
    </div>
  );
}

/** The contracts that pay something: where it is recorded once the job is done. */
function payersOf({ lines }: Entitlement, named: ReadonlyMap<string, ContractRead>): ContractRead[] {
  const payers = new Set(lines.map(({ contractId }) => contractId));
  return [...named.values()].filter(({ contractId }) => payers.has(contractId));
}

const WhyNotAnother = ({ whyNot }: { whyNot: readonly WhyNot[] }) => (
  <details className={classes.why} open>
    <summary>Why not another contract?</summary>
    <dl>
      {whyNot.map(({ contractId, name, why }) => (
        <div key={contractId}>
          <dt>{name}</dt>
          <dd>{why}</dd>
        </div>
      ))}
    </dl>
  </details>
);
