"use client";

import { Button } from "@mantine/core";
import type { ContractRead, ContractResult, Problem } from "@vehicle-contracts/contract-model";
import { type ReactNode, useId, useState } from "react";
import type { FieldValues, UseFormReturn } from "react-hook-form";
import { explain, presentationOf } from "../../../trpc/errors.ts";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { typeWord } from "../words.ts";
import classes from "./moves.module.css";
import { Refused } from "./refused.tsx";
import { type AskForMove, useContractMove } from "./use-contract-move.ts";

export type MoveProps = { contract: ContractRead; opened: boolean; onClose: () => void };

type MoveDialogProps<Values extends FieldValues, Answer extends ContractResult> = MoveProps & {
  form: UseFormReturn<Values>;
  title: string;
  /** The button says the effect. */
  effect: string;
  danger?: boolean;
  said: (answer: Answer) => string;
  /** What is sent of the fields; null where a fault was put on them. */
  ask: (values: Values) => AskForMove<Answer> | null;
  onDone?: (answer: Answer) => void;
  /** Nothing of the terms changes by it: what the server notes about them is not told. */
  isQuiet?: boolean;
  children: ReactNode;
};

/** Asks for what a move needs, and says on its fields what the rules refuse. */
export function MoveDialog<Values extends FieldValues, Answer extends ContractResult>(
  props: MoveDialogProps<Values, Answer>,
) {
  const {
    contract,
    opened,
    onClose,
    form,
    title,
    effect,
    danger = false,
    said,
    ask,
    onDone,
    isQuiet = false,
    children,
  } = props;
  const formId = useId();
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const close = () => {
    setRefusal(null);
    onClose();
  };
  const { mutate, isPending } = useContractMove<Answer>(contract, {
    said,
    isQuiet,
    onDone: (answer) => {
      form.reset();
      close();
      onDone?.(answer);
    },
    onRefused: (problem) => {
      if (presentationOf(problem) === "fields" && putOnFields(form, problem)) return;
      setRefusal(problem);
    },
  });
  const send = form.handleSubmit((values) => {
    setRefusal(null);
    // without a resolver the form sends its fields as they are
    const asked = ask(values as Values);
    if (asked) mutate(asked);
  });
  return (
    <Dialog
      opened={opened}
      onClose={close}
      title={title}
      text={`${typeWord(contract.type)} for ${vehicleName(contract.vehicle)}`}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Back
          </Button>
          <Button type="submit" form={formId} loading={isPending} {...(danger && { color: "red" })}>
            {effect}
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={classes.form} onSubmit={(event) => void send(event)}>
        {children}
        {refusal && <Refused problem={refusal} onReload={close} title={explain(refusal).title} />}
      </form>
    </Dialog>
  );
}
