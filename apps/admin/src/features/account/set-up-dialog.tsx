"use client";

import type { SecondFactorSetUp } from "@vehicle-contracts/identity";
import { useState } from "react";
import { toast } from "../../ui/floating/toast.tsx";
import { AppDialog } from "./app-dialog.tsx";
import { PasswordDialog } from "./password-dialog.tsx";
import { RecoveryCodesDialog } from "./recovery-codes-dialog.tsx";
import { useAskAccount } from "./use-account.ts";

/** From the password over the app to the recovery codes. Until the app's code is confirmed, nothing changes. */
export function SetUpDialog({ onDone }: { onDone: () => void }) {
  const begin = useAskAccount("begin-second-factor");
  const [setUp, setSetUp] = useState<SecondFactorSetUp | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  if (codes)
    return (
      <RecoveryCodesDialog
        title="The second factor is on"
        codes={codes}
        onDone={() => {
          toast.done("From now on the sign-in asks for a code", "Your other devices are signed out.");
          onDone();
        }}
      />
    );
  if (setUp) return <AppDialog setUp={setUp} onClose={onDone} onConfirmed={setCodes} />;
  return (
    <PasswordDialog
      title="Set up a second factor"
      text="You need an authenticator app on your telephone or tablet, such as Google Authenticator, Microsoft Authenticator, or one that your password manager has. First your password."
      effect="Go on"
      onClose={onDone}
      onPassword={async (password) => setSetUp(await begin.mutateAsync({ password }))}
    />
  );
}
