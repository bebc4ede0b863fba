"use client";

import { useState } from "react";
import { PasswordDialog } from "./password-dialog.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";
import { useAskAccount } from "./use-account.ts";

/** New recovery codes, after the password. */
export function RenewDialog({ onDone }: { onDone: () => void }) {
  const renew = useAskAccount("renew-recovery-codes");
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes) return <RecoveryCodesDialog title="Your new recovery codes" codes={codes} onDone={onDone} />;
  return (
    <PasswordDialog
      title="Make new recovery codes?"
      text="The former ones are then no longer good, the unused ones too."
      effect="Make new ones"
      onClose={onDone}
      onPassword={async (password) => setCodes((await renew.mutateAsync({ password })).recoveryCodes)}
    />
  );
}
