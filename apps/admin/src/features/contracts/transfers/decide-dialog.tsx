"use client";

import type { TransferRequest } from "@vehicle-contracts/contract-model";
import { useForm } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { MoveDialog, type MoveProps } from "../moves/move-dialog.tsx";
import classes from "../moves/moves.module.css";

type DecideProps = MoveProps & { request: TransferRequest; decision: "approve" | "refuse" };

/** An administrator's decision on a transfer that was asked for. */
export function DecideDialog({ request, decision, ...props }: DecideProps) {
  const format = useFormat();
  const form = useForm({ defaultValues: { feePaid: false, reason: "" } });
  const { requestId } = request;
  const costs = request.fee !== null && request.fee.amountMinor > 0;
  const { name } = request.toParty;
  if (decision === "refuse")
    return (
      <MoveDialog
        {...props}
        form={form}
        title="Refuse the transfer?"
        effect="Refuse transfer"
        danger
        isQuiet
        said={() => "Transfer refused"}
        ask={({ reason }) =>
          (client) =>
            client.transfers.refuse.mutate({ requestId, reason })
          }
      >
        <p className={classes.text}>
          The contract stays with {request.fromParty.name}. Another transfer may be asked for.
        </p>
        <TextField
          control={form.control}
          name="reason"
          label="Reason"
          help="Whoever asked reads it."
          autoFocus
        />
      </MoveDialog>
    );
  return (
    <MoveDialog
      {...props}
      form={form}
      title={`Transfer to ${name}?`}
      effect="Approve transfer"
      said={() => `Transferred to ${name}`}
      ask={({ feePaid, reason }) => {
        if (!costs || feePaid)
          return (client) => client.transfers.approve.mutate({ requestId, feePaid, reason });
        form.setError("feePaid", { message: "It is approved once the fee is paid." }, { shouldFocus: true });
        return null;
      }}
    >
      <p className={classes.text}>
        {request.fromParty.name} holds the contract until the day before; {name} from{" "}
        {format.date(request.date)}. What is left of it goes with the vehicle.
      </p>
      {costs && request.fee && (
        <CheckboxField
          control={form.control}
          name="feePaid"
          label={`The fee of ${format.money(request.fee)} has been paid`}
        />
      )}
      <TextField control={form.control} name="reason" label="Reason" help="May be left empty." />
    </MoveDialog>
  );
}
