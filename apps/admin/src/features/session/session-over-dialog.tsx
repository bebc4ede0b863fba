"use client";

import { useSyncExternalStore } from "react";
import { useSessionGate } from "../../trpc/browser.tsx";
import { laterOpened } from "../../ui/later/later.tsx";

const SignInAgainDialog = laterOpened(() =>
  import("./sign-in-again-dialog.tsx").then((loaded) => loaded.SignInAgainDialog),
);

/** Opens when a request has met an ended session. */
export function SessionOverDialog({ userId, email }: { userId: string; email: string }) {
  const gate = useSessionGate();
  const isWaiting = useSyncExternalStore(gate.subscribe, gate.isWaiting, () => false);
  return <SignInAgainDialog opened={isWaiting} userId={userId} email={email} />;
}
