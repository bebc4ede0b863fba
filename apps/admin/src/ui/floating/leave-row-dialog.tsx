"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useLeaveGuard } from "../fields/use-leave-guard.ts";
import { ConfirmDialog } from "./confirm-dialog.tsx";
import type { OpenRow } from "./use-open-row.ts";

/** Asks before a sheet with something typed gives way to another row, is closed, or its page is left. */
export function LeaveRowDialog({ row }: { row: OpenRow }) {
  const router = useRouter();
  const guard = useLeaveGuard(row.isTyped);
  return (
    <ConfirmDialog
      opened={row.isAsking || guard.wanted !== null}
      onClose={() => {
        guard.stay();
        row.stay();
      }}
      title="Leave without saving?"
      effect="Discard and leave"
      keep="Stay here"
      danger
      onConfirm={() => {
        guard.stay();
        // a link of this app, so one of its routes
        if (guard.wanted !== null) router.push(guard.wanted as Route);
        else row.leave();
      }}
    >
      What you typed in this sheet is not saved yet. It is gone when you leave.
    </ConfirmDialog>
  );
}
