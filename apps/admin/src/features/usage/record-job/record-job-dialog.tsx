"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button, Checkbox } from "@mantine/core";
import { type ContractRead, type Distance, lineOrBlank } from "@vehicle-contracts/contract-model";
import { useId, useState } from "react";
import { useForm } from "react-hook-form";
import { z } from "zod";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import type { Format } from "../../contracts/term-words.ts";
import { typeWord } from "../../contracts/words.ts";
import { useDesk } from "../../session/desk-context.tsx";
import type { JobUsage } from "../job-usage.ts";
import { repairOrderName } from "../record/usage-form.ts";
import classes from "../usage.module.css";
import { useRecordJob } from "./use-record-job.ts";

export type RecordJobProps = {
  opened: boolean;
  onClose: () => void;
  /** As they stood when the job was asked about; what is recorded meanwhile does not change them. */
  entries: readonly JobUsage[];
  contracts: ReadonlyMap<string, ContractRead>;
  date: string;
  odometer: Distance | null;
  /** One of them is in its ledger, by its key. */
  onEntered: (key: string) => void;
  /** All that was chosen is in the ledgers. */
  onRecorded: () => void;
};

const names = z.object({ repairOrder: repairOrderName, job: lineOrBlank(100) });

/** What each contract has provided or paid for the job, to be entered in its ledger with one press. */
export function RecordJobDialog(props: RecordJobProps) {
  const { opened, onClose, entries, contracts, date, odometer, onEntered, onRecorded } = props;
  const format = useFormat();
  const { stores } = useDesk();
  const formId = useId();
  const { fates, isPending, recordAll } = useRecordJob(onEntered);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const form = useForm({ resolver: zodResolver(names), defaultValues: { repairOrder: "", job: "" } });
  const isGranted = ({ contractId }: JobUsage) =>
    stores.some(({ storeId }) => storeId === contracts.get(contractId)?.storeId);
  const chosen = entries.filter((entry) => isGranted(entry) && !left.has(entry.key));
  const open = chosen.filter(({ key }) => !fates.get(key)?.isRecorded);

  const send = form.handleSubmit(async ({ repairOrder, job }) => {
    if (isPending || open.length === 0) return;
    const isDone = await recordAll(chosen, { date, odometer, repairOrder, job });
    if (!isDone) return;
    toast.done(chosen.length === 1 ? "Usage recorded" : `${format.whole(chosen.length)} entries recorded`);
    onRecorded();
  });
  useShortcut("mod+Enter", "Record the job", () => void send(), { group: "Usage", when: opened });
  const choose = (key: string, isChosen: boolean) =>
    setLeft((before) => new Set(isChosen ? [...before].filter((each) => each !== key) : [...before, key]));
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Record usage"
      text={`Done on ${format.date(date)}${odometer ? ` at ${format.distance(odometer)}` : ""}`}
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button
            type="submit"
            form={formId}
            loading={isPending}
            rightSection={<Keys keys="mod+Enter" bare />}
          >
            {effect(open.length, format)}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={classes.form} onSubmit={(event) => void send(event)}>
        <ul className={classes.entries} aria-label="What is recorded">
          {entries.map((entry) => {
            const { key, contractId, name, under } = entry;
            const contract = contracts.get(contractId);
            const fate = fates.get(key);
            const mayBe = isGranted(entry) && !fate?.isRecorded;
            return (
              <li key={key}>
                <Checkbox
                  label={`${name}: ${takenWords(entry, format)}`}
                  description={[
                    contract && [typeWord(contract.type), contract.contractNumber].filter(Boolean).join(" "),
                    under !== name && under,
                    fate?.isRecorded && "recorded",
                    !isGranted(entry) && `sold by ${contract?.store.name}, to which you have no access`,
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                  checked={isGranted(entry) && !left.has(key)}
                  disabled={!mayBe}
                  error={fate?.why}
                  onChange={({ currentTarget }) => choose(key, currentTarget.checked)}
                />
              </li>
            );
          })}
        </ul>
        {open.length === 0 && !isPending && (
          <Notice tone="grey" title="Nothing is chosen." live>
            Choose what was provided or paid.
          </Notice>
        )}
        <FieldGrid columns={2}>
          <TextField control={form.control} name="repairOrder" label="Repair order" required autoFocus />
          <TextField
            control={form.control}
            name="job"
            label="Job"
            help="Left empty, each entry has the words of its line."
          />
        </FieldGrid>
      </form>
    </Dialog>
  );
}

const effect = (count: number, { whole }: Format): string =>
  count === 0 ? "Record" : count === 1 ? "Record 1 entry" : `Record ${whole(count)} entries`;

/** "1 unit" of a service, or what the contract pays. */
const takenWords = ({ taken }: JobUsage, { whole, money }: Format): string =>
  taken.kind === "ALLOWANCE"
    ? `${whole(taken.quantity)} ${taken.quantity === 1 ? "unit" : "units"}`
    : money(taken.amount);
