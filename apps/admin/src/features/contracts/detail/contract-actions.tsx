"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCircleX, IconPencil, IconSignature } from "@tabler/icons-react";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { routes } from "../../../routes.ts";
import { Keys } from "../../../ui/keys.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { statusWord } from "../../../ui/status-badge.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";
import { MoveButtons } from "../moves/move-buttons.tsx";
import classes from "./detail.module.css";

const SellDialog = laterOpened(() => import("./sell-dialog.tsx").then((loaded) => loaded.SellDialog));
const CancelDialog = laterOpened(() =>
  import("../../refunds/cancel-dialog.tsx").then((loaded) => loaded.CancelDialog),
);

/** What may be done with the contract now; what may not says why. */
export function ContractActions({ contract }: { contract: ContractRead }) {
  const router = useRouter();
  const may = useMay();
  const { stores } = useDesk();
  const [isSelling, selling] = useDisclosure(false);
  const [isCancelling, cancelling] = useDisclosure(false);
  const isGranted = stores.some(({ storeId }) => storeId === contract.storeId);
  const mayWrite = may.write && isGranted;
  const edit = routes.editContract(contract.contractId);
  const isDraft = contract.effectiveStatus === "DRAFT";
  const isSold = ["PENDING", "ACTIVE", "SUSPENDED"].includes(contract.effectiveStatus);
  const isFinal = ["EXPIRED", "CANCELLED", "VOID"].includes(contract.effectiveStatus);
  useShortcut("E", isFinal ? "Edit the notes" : "Edit", () => router.push(edit), {
    group: "Contract",
    when: mayWrite,
  });
  if (!mayWrite)
    return (
      <span className={classes.hint}>
        {may.write
          ? `This contract is of ${contract.store.name}, which is not among your stores. An administrator can grant it.`
          : may.why}
      </span>
    );
  return (
    <>
      {isDraft && (
        <Button leftSection={<IconSignature size={16} />} onClick={selling.open}>
          Sell…
        </Button>
      )}
      {/* it stays while the page already shows what the server may still refuse */}
      {(isDraft || isSelling) && (
        <SellDialog contract={contract} opened={isSelling} onClose={selling.close} />
      )}
      <Button
        component={Link}
        href={edit}
        variant="default"
        leftSection={<IconPencil size={16} />}
        rightSection={<Keys keys="E" />}
      >
        {isFinal ? "Edit notes" : "Edit"}
      </Button>
      <MoveButtons contract={contract}>
        {isSold && (
          <Button
            variant="default"
            color="red"
            leftSection={<IconCircleX size={16} />}
            onClick={cancelling.open}
          >
            Cancel…
          </Button>
        )}
      </MoveButtons>
      {isSold && <CancelDialog contract={contract} opened={isCancelling} onClose={cancelling.close} />}
      {isFinal && (
        <span className={classes.hint}>
          The contract is {statusWord(contract.effectiveStatus).toLowerCase()}: only the notes may be changed.
        </span>
      )}
    </>
  );
}
