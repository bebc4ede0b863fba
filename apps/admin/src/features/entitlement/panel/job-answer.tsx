"use client";

import { Button } from "@mantine/core";
import { IconPrinter, IconReceipt } from "@tabler/icons-react";
import type { ContractRead, Vehicle } from "@vehicle-contracts/contract-model";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";
import { type JobUsage, usageOfJob } from "../../usage/job-usage.ts";
import type { JobQuestion } from "../queries.ts";
import { JobLine } from "./job-line.tsx";
import { JobSums } from "./job-sums.tsx";
import classes from "./panel.module.css";
import { PrintedJob } from "./printed-job.tsx";
import type { Job } from "./use-job.ts";
import { usePrinting } from "./use-printing.ts";
import { type WhyNot, whyNotOf } from "./why-not.ts";

type JobAnswerProps = {
  job: Job;
  vehicle: Vehicle;
  contracts: readonly ContractRead[];
  /** What is in the ledgers already, though the rest was refused: it is not proposed again. */
  entered: ReadonlySet<string>;
  /** Asks to record what the contracts pay. */
  onRecord: (entries: readonly JobUsage[], asked: JobQuestion) => void;
};

/** The lines with what is decided, the sums, and why every other contract says no. */
export function JobAnswer({ job, vehicle, contracts, entered, onRecord }: JobAnswerProps) {
  const format = useFormat();
  const may = useMay();
  const { today } = useDesk();
  const printing = usePrinting();
  const { lines, answer, question } = job;
  const named = new Map(contracts.map((contract) => [contract.contractId, contract]));
  const { data } = answer;
  const answers = new Map(data?.lines.map((line) => [line.lineId, line]));
  const isWhole = answer.isCurrent && data !== undefined;
  const whyNot = data
    ? whyNotOf(data.lines, new Map(lines.map((line) => [line.lineId, line])), data.date, named, format)
    : [];
  // A job is recorded on its day or later.
  const mayRecord = may.write && isWhole && data.date <= today;
  const usage = mayRecord ? usageOfJob(data.lines, lines, named).filter(({ key }) => !entered.has(key)) : [];
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
        {isWhole ? "" : question === null ? "Enter the day and the mileage." : "Checking…"}
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
          {usage.length > 0 && question && (
            <Button
              variant="default"
              size="xs"
              leftSection={<IconReceipt size={14} />}
              onClick={() => onRecord(usage, question)}
            >
              Record usage…
            </Button>
          )}
        </div>
      )}
      {isWhole && printing.isPrinting && (
        <PrintedJob
          vehicle={vehicle}
          lines={lines}
          answer={data}
          contracts={named}
          whyNot={whyNot}
          odometer={question?.odometer ?? null}
        />
      )}
    </div>
  );
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
