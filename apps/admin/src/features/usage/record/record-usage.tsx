"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import { Button } from "@mantine/core";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useId, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { MoneyField, WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { unitWord } from "../../../ui/format.ts";
import { Keys } from "../../../ui/keys.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { contractName } from "../../contracts/contract-name.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "../usage.module.css";
import { useRecordUsage } from "../use-change-usage.ts";
import { choicesOf, type UsageEntry, type UsageForm, usageForm, usageInput } from "./usage-form.ts";

type RecordUsageProps = { contract: ContractRead; opened: boolean; onClose: () => void };

/** Records what a contract provided or paid. What the server refuses stands on its field, and what was typed stays. */
export function RecordUsage({ contract, opened, onClose }: RecordUsageProps) {
  const format = useFormat();
  const desk = useDesk();
  const formId = useId();
  const [formKey, setFormKey] = useState(newKey);
  const { today } = contract.store;
  const unit = contract.vehicle.latestOdometer?.unit ?? desk.unit;
  const choices = choicesOf(contract, desk.currency, format);
  const form = useForm<UsageForm, unknown, UsageEntry>({
    resolver: zodResolver(usageForm(today)),
    defaultValues: emptyUsage(choices.length === 1 ? (choices[0]?.value ?? "") : "", today, unit),
  });
  const { mutate, isPending } = useRecordUsage();
  const what = useWatch({ control: form.control, name: "what" });
  const choice = choices.find(({ value }) => value === what);
  const about = `usage:${contract.contractId}`;

  const send = form.handleSubmit((entry) => {
    const chosen = choices.find(({ value }) => value === entry.what);
    const usage = chosen && usageInput(entry, chosen);
    if (!usage || isPending) return;
    const asked = { contractId: contract.contractId, usage };
    mutate(
      { idempotencyKey: idempotencyKeyOf(formKey, asked), ...asked },
      {
        onSuccess: ({ warnings }) => {
          toast.done("Usage recorded", warnings.map(({ message }) => message).join(" ") || undefined, about);
          setFormKey(newKey());
          form.reset(emptyUsage("", today, unit));
          onClose();
        },
        onError: (error) => {
          const problem = problemOf(error);
          const rename = (path: string) => (path === "code" ? "what" : path);
          if (!putOnFields(form, problem, rename)) showFailure(problem, about);
        },
      },
    );
  });
  useShortcut("mod+Enter", "Record the usage", () => void send(), { group: "Usage", when: opened });
  const { control } = form;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="Record usage"
      text={contractName(contract)}
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
            Record usage
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={classes.form} onSubmit={(event) => void send(event)}>
        <SelectField
          control={control}
          name="what"
          label="What was provided or paid"
          options={choices.map(({ value, label }) => ({ value, label }))}
          required
        />
        {choice?.kind === "ALLOWANCE" && (
          <WholeField control={control} name="quantity" label="How many" required />
        )}
        {choice?.kind === "AMOUNT" && (
          <MoneyField
            control={control}
            name="amount"
            label="Paid by the contract"
            currency={choice.currency}
            required
          />
        )}
        <FieldGrid columns={2}>
          <DateField control={control} name="date" label="Day of the job" today={today} required />
          <WholeField control={control} name="odometer" label="Odometer at the job" unit={unitWord(unit)} />
          <TextField control={control} name="repairOrder" label="Repair order" required />
          <TextField control={control} name="job" label="Job" required />
        </FieldGrid>
      </form>
    </Dialog>
  );
}

const emptyUsage = (what: string, today: string, unit: UsageForm["unit"]): UsageForm => ({
  what,
  quantity: 1,
  amount: null,
  date: today,
  odometer: null,
  unit,
  repairOrder: "",
  job: "",
});
