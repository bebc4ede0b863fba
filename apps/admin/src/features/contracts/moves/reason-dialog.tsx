"use client";

import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useForm } from "react-hook-form";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { MoveDialog, type MoveProps } from "./move-dialog.tsx";
import classes from "./moves.module.css";

type ReasonMove = "activate" | "suspend" | "resume" | "reinstate" | "void";
type Words = {
  title: string;
  text: (contract: ContractRead, date: (day: string) => string) => string;
  effect: string;
  said: string;
  needsReason: boolean;
  danger?: boolean;
};

const words: Readonly<Record<ReasonMove, Words>> = {
  activate: {
    title: "Activate this contract now?",
    text: () => "Its start is reached. It would become active by itself within minutes.",
    effect: "Activate",
    said: "Activated",
    needsReason: false,
  },
  suspend: {
    title: "Suspend this contract?",
    text: () => "While it is suspended it pays nothing. Its end does not move.",
    effect: "Suspend",
    said: "Suspended",
    needsReason: true,
  },
  resume: {
    title: "Resume this contract?",
    text: ({ endDate }, date) =>
      `It pays again from now on. ${endDate ? `It still ends on ${date(endDate)}.` : "Its end has not moved."}`,
    effect: "Resume",
    said: "Resumed",
    needsReason: true,
  },
  reinstate: {
    title: "Reinstate this contract?",
    text: () =>
      "It goes on where the reading it expired on has been corrected since, and it is within its limits again.",
    effect: "Reinstate",
    said: "Reinstated",
    needsReason: false,
  },
  void: {
    title: "Void this contract?",
    text: () =>
      "It is then as if it had never been valid. This cannot be undone. A contract that was valid is cancelled instead.",
    effect: "Void contract",
    said: "Voided",
    needsReason: true,
    danger: true,
  },
};

/** A move that takes nothing but a reason, or not even that. */
export function ReasonDialog({ move, ...props }: MoveProps & { move: ReasonMove }) {
  const format = useFormat();
  const form = useForm({ defaultValues: { reason: "" } });
  const { title, text, effect, said, needsReason, danger = false } = words[move];
  return (
    <MoveDialog
      {...props}
      form={form}
      title={title}
      effect={effect}
      danger={danger}
      said={() => said}
      ask={({ reason }) => {
        if (!needsReason || reason.trim() !== "")
          return (client, at) => client.contracts[move].mutate({ ...at, reason });
        form.setError(
          "reason",
          { message: "Enter the reason; the history keeps it." },
          { shouldFocus: true },
        );
        return null;
      }}
    >
      <p className={classes.text}>{text(props.contract, format.date)}</p>
      <TextField
        control={form.control}
        name="reason"
        label="Reason"
        help="The history keeps it."
        required={needsReason}
        autoFocus
      />
    </MoveDialog>
  );
}
