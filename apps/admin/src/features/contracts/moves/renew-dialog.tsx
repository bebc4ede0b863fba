"use client";

import { renewalDates } from "@vehicle-contracts/contract-rules";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { newKey } from "../../../trpc/correlation.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { Facts } from "../../../ui/facts.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { distanceWords, planWords } from "../term-words.ts";
import { MoveDialog, type MoveProps } from "./move-dialog.tsx";
import classes from "./moves.module.css";

/** Sells the contract that follows, and goes to it. */
export function RenewDialog(props: MoveProps) {
  const { contract } = props;
  const format = useFormat();
  const router = useRouter();
  const [formKey] = useState(newKey);
  const form = useForm();
  const dates = renewalDates(contract);
  if (!dates.ok) return null;
  const { startDate, endDate } = dates.value;
  const { latestOdometer } = contract.vehicle;
  const { distance } = contract;
  const limit =
    distance.kind === "limited"
      ? `${format.distance(distance.limit)} from ${
          latestOdometer
            ? `the last reading, ${format.distance(latestOdometer)}`
            : format.distance(distance.startOdometer)
        }`
      : distanceWords(distance, format);
  return (
    <MoveDialog
      {...props}
      form={form}
      title="Renew this contract"
      effect={`Renew from ${format.date(startDate)}`}
      said={() => "Renewed"}
      ask={() => (client, at) =>
        client.contracts.renew.mutate({ idempotencyKey: idempotencyKeyOf(formKey, at), ...at })
      }
      onDone={({ contract: successor }) => router.push(routes.contract(successor.contractId))}
    >
      <p className={classes.text}>
        A contract of its own follows this one, without a waiting period. Both name each other.
      </p>
      <Facts
        items={[
          { label: "From", value: format.date(startDate) },
          { label: "To", value: format.date(endDate) },
          { label: "Distance", value: limit },
          {
            label: "Price",
            value: contract.plan
              ? `${planWords({ ...contract.plan })}: its version and price of today`
              : "as it was sold",
          },
          { label: "Holder", value: contract.holder?.name ?? "nobody" },
        ]}
      />
    </MoveDialog>
  );
}
