"use client";

import { useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../trpc/browser.tsx";
import { problemOf, whyUnread } from "../../trpc/errors.ts";
import { Dialog } from "../../ui/floating/dialog.tsx";
import { Notice } from "../../ui/notice.tsx";
import { SkeletonLines } from "../../ui/states/skeleton.tsx";
import { typeWord } from "../contracts/words.ts";
import { vehicleName } from "../vehicles/vehicle-name.ts";
import classes from "./cancel/cancel.module.css";
import { CancelForm } from "./cancel/cancel-form.tsx";
import { refundQuotes } from "./queries.ts";

type CancelDialogProps = { contract: ContractRead; opened: boolean; onClose: () => void };

/** Cancels a contract by a refund quote: what is asked, each step, what happens, and a typed word. */
export function CancelDialog({ contract, opened, onClose }: CancelDialogProps) {
  const quotes = useQuery({ ...refundQuotes(useTRPC(), contract.contractId), enabled: opened });
  const { contractNumber, vehicle, holder } = contract;
  const about = [contractNumber, vehicleName(vehicle), vehicle.licensePlate, holder?.name];
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="l"
      flush
      title={`Cancel ${typeWord(contract.type).toLowerCase()}`}
      text={about.filter(Boolean).join(", ")}
    >
      {quotes.data ? (
        <CancelForm contract={contract} last={quotes.data.items[0] ?? null} onClose={onClose} />
      ) : (
        <div className={classes.form}>
          {quotes.error ? (
            <Notice tone="red" title="The quotes of this contract cannot be shown">
              {whyUnread(problemOf(quotes.error))}
            </Notice>
          ) : (
            <SkeletonLines lines={5} />
          )}
        </div>
      )}
    </Dialog>
  );
}
