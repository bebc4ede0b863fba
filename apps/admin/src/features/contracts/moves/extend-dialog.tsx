"use client";

import { extendTerm } from "@vehicle-contracts/contract-rules";
import { useForm, useFormState, useWatch } from "react-hook-form";
import { ChoiceField } from "../../../ui/fields/choice-fields.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { MoveDialog, type MoveProps } from "./move-dialog.tsx";
import classes from "./moves.module.css";

type ExtendForm = { by: "months" | "date"; months: number | null; endDate: string | null; reason: string };

/** Moves the end out, by months or to a day; the new end stands below while it is typed. */
export function ExtendDialog(props: MoveProps) {
  const { contract } = props;
  const format = useFormat();
  const form = useForm<ExtendForm>({
    defaultValues: { by: "months", months: 12, endDate: null, reason: "" },
  });
  const { by, months, endDate } = useWatch({ control: form.control });
  const extended = extensionOf({ by: by ?? "months", months: months ?? null, endDate: endDate ?? null });
  const outcome = extended && extendTerm(contract, extended);
  const now = contract.endDate;
  // the field says it then
  const { errors } = useFormState({ control: form.control });
  const isRefused = errors.months !== undefined || errors.endDate !== undefined;
  return (
    <MoveDialog
      {...props}
      form={form}
      title="Extend this contract"
      effect={outcome?.ok ? `Extend to ${format.date(outcome.value.endDate)}` : "Extend"}
      said={({ contract: after }) =>
        after.endDate ? `Extended to ${format.date(after.endDate)}` : "Extended"
      }
      ask={(values) => {
        const to = extensionOf(values);
        const field = values.by === "months" ? "months" : "endDate";
        const checked = to && extendTerm(contract, to);
        if (to && checked?.ok)
          return (client, at) => client.contracts.extend.mutate({ ...at, ...to, reason: values.reason });
        const message = checked && !checked.ok ? checked.fields[0]?.message : undefined;
        form.setError(
          field,
          {
            message:
              message ?? (field === "months" ? "Enter by how many months." : "Enter the new last day."),
          },
          { shouldFocus: true },
        );
        return null;
      }}
    >
      <ChoiceField
        control={form.control}
        name="by"
        label="Extend"
        columns={2}
        options={[
          { value: "months", label: "By months" },
          { value: "date", label: "To a day" },
        ]}
      />
      {by === "date" ? (
        <DateField
          control={form.control}
          name="endDate"
          label="New last day"
          today={contract.store.today}
          baseDate={now}
          required
        />
      ) : (
        <WholeField control={form.control} name="months" label="Months" unit="months" required />
      )}
      <p className={classes.text} aria-live="polite">
        {now && <span className={classes.was}>Ends on {format.date(now)}. </span>}
        {outcome?.ok && <span className={classes.now}>New end: {format.date(outcome.value.endDate)}.</span>}
        {outcome && !outcome.ok && !isRefused && outcome.fields[0]?.message}
      </p>
      <TextField control={form.control} name="reason" label="Reason" help="May be left empty." />
    </MoveDialog>
  );
}

function extensionOf({
  by,
  months,
  endDate,
}: Pick<ExtendForm, "by" | "months" | "endDate">): { months: number } | { endDate: string } | null {
  if (by === "months") return typeof months === "number" && months >= 1 ? { months } : null;
  return endDate ? { endDate } : null;
}
