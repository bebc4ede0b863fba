"use client";

import { Button } from "@mantine/core";
import type { ContractRead, ProblemField } from "@vehicle-contracts/contract-model";
import { currentHolder, submitBreaks } from "@vehicle-contracts/contract-rules";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { fieldWord } from "../history/field-words.ts";
import { typeWord } from "../words.ts";
import classes from "./detail.module.css";
import { type Refusal, useSell } from "./use-sell.ts";

type SellDialogProps = { contract: ContractRead; opened: boolean; onClose: () => void };

/** Asks before a draft is sold; says what it lacks, or what somebody changed meanwhile. */
export function SellDialog({ contract, opened, onClose }: SellDialogProps) {
  const format = useFormat();
  const { refusal, isPending, sell, reload, forget } = useSell(contract, onClose);
  const lacking = submitBreaks({ ...contract, holderId: holderOf(contract) });
  const missing = refusal?.kind === "rules" ? refusal.fields : lacking;
  const close = () => {
    forget();
    onClose();
  };
  if (refusal?.kind === "conflict")
    return (
      <Changed
        refusal={refusal}
        opened={opened}
        onClose={close}
        onReload={() => void reload().then(onClose)}
      />
    );
  const what = `${typeWord(contract.type)} for ${vehicleName(contract.vehicle)}`;
  if (missing.length > 0)
    return (
      <Dialog
        opened={opened}
        onClose={close}
        title="The draft cannot be sold yet"
        text={what}
        foot={
          <Button variant="default" onClick={close}>
            Back
          </Button>
        }
      >
        <Reasons contractId={contract.contractId} fields={missing} />
      </Dialog>
    );
  const { startDate, price } = contract;
  const start =
    startDate &&
    (startDate > contract.store.today
      ? `Pending until it starts on ${format.date(startDate)}.`
      : `It starts on ${format.date(startDate)}.`);
  return (
    <Dialog
      opened={opened && !isPending}
      onClose={close}
      title={`Sell this ${typeWord(contract.type).toLowerCase()}?`}
      text={what}
      foot={
        <>
          <Button variant="default" onClick={close}>
            Keep as draft
          </Button>
          <Button onClick={sell} data-autofocus>
            {price
              ? `Sell for ${format.money({ amountMinor: price.grossMinor, currency: price.currency })}`
              : "Sell"}
          </Button>
        </>
      }
    >
      {contract.holder && <>{contract.holder.name} holds it. </>}
      {start} Once it is sold, vehicle and store are fixed, and from its start the terms too.
    </Dialog>
  );
}

const holderOf = (contract: ContractRead) =>
  currentHolder(contract.parties, contract, contract.store.today)?.partyId ?? null;

function Reasons({ contractId, fields }: { contractId: string; fields: readonly ProblemField[] }) {
  return (
    <ul className={classes.reasons}>
      {fields.map(({ path, code, message }) => {
        const [field = ""] = path.split(".");
        return (
          <li key={`${path} ${code}`}>
            <span>{message}</span>
            {field !== "status" && (
              <Link href={routes.editContract(contractId, path)} className={classes.link}>
                {fieldWord(field)}
              </Link>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type ChangedProps = {
  refusal: Extract<Refusal, { kind: "conflict" }>;
  opened: boolean;
  onClose: () => void;
  onReload: () => void;
};

function Changed({ refusal, opened, onClose, onReload }: ChangedProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title="The contract was changed meanwhile"
      text="It was not sold. Look at what it says now, then decide again."
      foot={
        <Button onClick={onReload} data-autofocus>
          Show it as it is now
        </Button>
      }
    >
      <ul className={classes.reasons}>
        {refusal.changedSince.map(({ field, by, at }) => (
          <li key={field}>
            <span>{fieldWord(field)}</span>
            <span className={classes.muted}>
              {by.name}, {format.dateTime(at, timeZone)}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
