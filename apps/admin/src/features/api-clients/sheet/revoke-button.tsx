"use client";

import { Button } from "@mantine/core";
import type { ApiClient } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useRevokeClient } from "../mutations.ts";
import classes from "./sheet.module.css";

/** Ends a program's access for good, after a question. */
export function RevokeButton({ client: { clientId, name } }: { client: ApiClient }) {
  const revoke = useRevokeClient();
  const [isAsked, setIsAsked] = useState(false);
  const about = `revoke:${clientId}`;
  const confirm = async () => {
    try {
      await revoke.mutateAsync({ clientId });
      toast.done(`${name} is revoked`, undefined, about);
    } catch (error) {
      showFailure(problemOf(error), about);
      setIsAsked(false);
    }
  };
  return (
    <>
      <Button className={classes.revoke ?? ""} variant="subtle" color="red" onClick={() => setIsAsked(true)}>
        Revoke…
      </Button>
      <ConfirmDialog
        opened={isAsked}
        onClose={() => setIsAsked(false)}
        title={`Revoke ${name}?`}
        effect="Revoke for good"
        danger
        typed={name}
        isPending={revoke.isPending}
        onConfirm={() => void confirm()}
      >
        Its secret and every token in use are refused at once, and it cannot be undone: the program then needs
        a new client. What it did stays in the history.
      </ConfirmDialog>
    </>
  );
}
