"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "../floating/confirm-dialog.tsx";
import { useLeaveGuard } from "./use-leave-guard.ts";

/** Asks before a page with something typed is left. */
export function LeaveDialog({ isTyped }: { isTyped: boolean }) {
  const router = useRouter();
  const { wanted, stay } = useLeaveGuard(isTyped);
  return (
    <ConfirmDialog
      opened={wanted !== null}
      onClose={stay}
      title="Leave without saving?"
      effect="Leave"
      keep="Stay here"
      onConfirm={() => {
        stay();
        // a link of this app, so one of its routes
        router.push(wanted as Route);
      }}
    >
      What you typed is not saved yet. It is kept on this device, and is there when you come back.
    </ConfirmDialog>
  );
}
