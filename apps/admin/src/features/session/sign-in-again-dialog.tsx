"use client";

import { Anchor } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useSessionGate, useTRPCClient } from "../../trpc/browser.tsx";
import { Dialog } from "../../ui/floating/dialog.tsx";
import { SignInForm } from "./sign-in-form.tsx";
import { signOut } from "./sign-out.ts";

type SignInAgainProps = { opened: boolean; userId: string; email: string };

/** The session has ended while somebody works: they sign in above their page, and what waited goes on. */
export function SignInAgainDialog({ opened, userId, email }: SignInAgainProps) {
  const gate = useSessionGate();
  const router = useRouter();
  const queryClient = useQueryClient();
  const client = useTRPCClient();

  const goOn = async () => {
    const { user } = await client.session.me.query();
    // what another person began is not sent in this one's name, nor shown to them: a new document
    if (user.userId !== userId) return window.location.reload();
    gate.resume(true);
    router.refresh();
    await queryClient.invalidateQueries();
  };
  return (
    <Dialog
      opened={opened}
      onClose={() => gate.resume(false)}
      mustDecide
      title="Sign in again"
      text="Your session has ended. What you typed is kept, and goes on once you are signed in."
      footStart={
        <Anchor component="button" type="button" size="sm" onClick={() => void signOut()}>
          Leave this page
        </Anchor>
      }
    >
      {opened && <SignInForm email={email} onSignedIn={() => void goOn()} />}
    </Dialog>
  );
}
