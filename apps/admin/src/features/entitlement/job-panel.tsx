"use client";

import { useQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../trpc/browser.tsx";
import { newKey } from "../../trpc/correlation.ts";
import { Card } from "../../ui/card.tsx";
import { DateField } from "../../ui/fields/date-field.tsx";
import { WholeField } from "../../ui/fields/number-fields.tsx";
import { unitWord } from "../../ui/format.ts";
import { Keys } from "../../ui/keys.tsx";
import { vehicleContracts } from "../contracts/queries.ts";
import { useDesk } from "../session/desk-context.tsx";
import type { JobUsage } from "../usage/job-usage.ts";
import { RecordJob } from "../usage/record-job.tsx";
import { JobAnswer } from "./panel/job-answer.tsx";
import { JobEntryField } from "./panel/job-entry.tsx";
import classes from "./panel/panel.module.css";
import { useJob } from "./panel/use-job.ts";
import type { JobQuestion } from "./queries.ts";

/** What is to be recorded, as it stood when that was asked for. */
type Recording = { key: string; entries: readonly JobUsage[]; asked: JobQuestion };

type JobPanelProps = {
  vehicle: Vehicle;
  /** Engine hours matter for it. */
  hasMeter: boolean;
};

/**
 * Is this job covered, on that day, at that mileage? Answers while it is typed, line by line, in words for the customer, and
 * can be printed. An answer to an earlier question is never shown as one to this.
 */
export function JobPanel({ vehicle, hasMeter }: JobPanelProps) {
  const trpc = useTRPC();
  const { today } = useDesk();
  const { data } = useQuery(vehicleContracts(trpc, vehicle.vehicleId));
  const contracts = data?.items ?? noContracts;
  const job = useJob(vehicle, contracts);
  const { control } = job.form;
  const [recording, setRecording] = useState<Recording | null>(null);
  const [isRecording, setIsRecording] = useState(false);
  return (
    <Card title="Check a job" action={<Keys keys="J" />} flush>
      <div className={classes.visit}>
        <div className={classes.fields}>
          <DateField control={control} name="date" label="Date" today={today} />
          <WholeField control={control} name="odometer" label="Odometer" unit={unitWord(job.unit)} />
          {hasMeter && <WholeField control={control} name="hours" label="Engine hours" unit="h" />}
        </div>
        <JobEntryField job={job} />
      </div>
      {job.lines.length === 0 ? (
        <p className={classes.hint}>
          Say what is to be done and what it costs: “water pump 182.40 parts 230.20 labour”. What each
          contract pays, and why not, comes while you type.
        </p>
      ) : (
        <JobAnswer
          job={job}
          vehicle={vehicle}
          contracts={contracts}
          entered={job.entered}
          onRecord={(entries, asked) => {
            setRecording({ key: newKey(), entries, asked });
            setIsRecording(true);
          }}
        />
      )}
      {recording && (
        <RecordJob
          key={recording.key}
          opened={isRecording}
          onClose={() => setIsRecording(false)}
          entries={recording.entries}
          contracts={new Map(contracts.map((contract) => [contract.contractId, contract]))}
          date={recording.asked.date ?? today}
          odometer={recording.asked.odometer ?? null}
          onEntered={job.enter}
          onRecorded={() => {
            setIsRecording(false);
            job.clear();
          }}
        />
      )}
    </Card>
  );
}

const noContracts = [] as const;
