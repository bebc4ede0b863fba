"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { ContractRead, TransferInList } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";
import classes from "../moves/moves.module.css";
import { transferWaiting } from "../queries.ts";

const DecideDialog = laterOpened(() => import("./decide-dialog.tsx").then((loaded) => loaded.DecideDialog));

/** The transfer that waits for a decision, if one does; an administrator decides here. */
export function TransferRequestNotice({ contract }: { contract: ContractRead }) {
  const trpc = useTRPC();
  const asks = contract.transferPolicy?.kind === "ON_REQUEST";
  const { data } = useQuery({ ...transferWaiting(trpc, contract.contractId), enabled: asks });
  const [request] = data?.items ?? [];
  return request ? <Waiting contract={contract} request={request} /> : null;
}

function Waiting({ contract, request }: { contract: ContractRead; request: TransferInList }) {
  const format = useFormat();
  const may = useMay();
  const { timeZone } = useDesk();
  const [decision, setDecision] = useState<{ to: "approve" | "refuse"; isOpen: boolean } | null>(null);
  const fee = request.fee && request.fee.amountMinor > 0 ? ` The fee is ${format.money(request.fee)}.` : "";
  return (
    <div>
      <Notice
        tone="amber"
        title={`A transfer to ${request.toParty.name} from ${format.date(request.date)} waits for a decision.`}
        action={
          may.administer && (
            <span className={classes.buttons}>
              <Button size="xs" variant="default" onClick={() => setDecision({ to: "refuse", isOpen: true })}>
                Refuse…
              </Button>
              <Button size="xs" onClick={() => setDecision({ to: "approve", isOpen: true })}>
                Approve…
              </Button>
            </span>
          )
        }
      >
        {request.requestedBy.name} asked for it on {format.dateTime(request.requestedAt, timeZone)}.{fee}
        {!may.administer && " An administrator decides."}
      </Notice>
      {decision && (
        <DecideDialog
          key={decision.to}
          contract={contract}
          request={request}
          decision={decision.to}
          opened={decision.isOpen}
          onClose={() => setDecision({ ...decision, isOpen: false })}
        />
      )}
    </div>
  );
}
