"use client";

import { useQuery } from "@tanstack/react-query";
import type { StoreToday } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { contractCount } from "../../contracts/queries.ts";
import { todayIn } from "../queries.ts";

type TimeZoneDialogProps = {
  store: StoreToday;
  /** The other time zone. */
  timeZone: string;
  onClose: () => void;
  onConfirm: () => void;
};

/** Says what another time zone does to a store before it has it. */
export function TimeZoneDialog({ store, timeZone, onClose, onConfirm }: TimeZoneDialogProps) {
  const format = useFormat();
  const trpc = useTRPC();
  const { data: there } = useQuery(todayIn(trpc, timeZone));
  const { data: contracts } = useQuery(contractCount(trpc, { filter: { storeId: [store.storeId] } }));
  const moves = there && there.today !== store.today;
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={`Another time zone for ${store.name}?`}
      effect="Change the time zone"
      keep="Keep it as it is"
      onConfirm={onConfirm}
    >
      {moves
        ? `Today in ${store.name} becomes ${format.weekday(there.today)}; by ${store.timeZone} it is ${format.weekday(store.today)}. `
        : `It is ${format.weekday(store.today)} by both now, but midnight comes at another time. `}
      {contracts
        ? `Which of its ${format.count(contracts)} contracts are pending, active or expired follows from that at once, everywhere.`
        : "Which of its contracts are pending, active or expired follows from that at once, everywhere."}{" "}
      Their dates stay as they are.
    </ConfirmDialog>
  );
}
