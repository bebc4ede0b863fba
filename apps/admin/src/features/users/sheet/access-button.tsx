"use client";

import { Button } from "@mantine/core";
import type { User } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useUpdateUser } from "../mutations.ts";
import classes from "./sheet.module.css";

/** Disables somebody, after a question, or enables them again. */
export function AccessButton({ user, onChanged }: { user: User; onChanged: (user: User) => void }) {
  const update = useUpdateUser();
  const [isAsked, setIsAsked] = useState(false);
  const { userId, version, name } = user;
  const about = `access:${userId}`;
  const isDisabled = user.state === "DISABLED";

  const change = async () => {
    try {
      const changed = await update.mutateAsync({ userId, version, changes: { disabled: !isDisabled } });
      onChanged(changed.user);
      toast.done(isDisabled ? `${name} can sign in again` : `${name} is disabled`, undefined, about);
    } catch (error) {
      const problem = problemOf(error);
      if (problem.code === "STALE_VERSION")
        toast.failed(
          `${name} was changed meanwhile`,
          "Look at them as they are now, then do it again. What you typed is kept.",
          { about },
        );
      else showFailure(problem, about);
    }
    setIsAsked(false);
  };

  if (isDisabled)
    return (
      <Button variant="default" loading={update.isPending} onClick={() => void change()}>
        Enable
      </Button>
    );
  return (
    <>
      <Button className={classes.disable ?? ""} variant="subtle" color="red" onClick={() => setIsAsked(true)}>
        Disable…
      </Button>
      <ConfirmDialog
        opened={isAsked}
        onClose={() => setIsAsked(false)}
        title={`Disable ${name}?`}
        effect="Disable"
        danger
        isPending={update.isPending}
        onConfirm={() => void change()}
      >
        {name} is signed out everywhere at once and cannot sign in any more; an open link ends too. What they
        did stays in the history. You can enable them again.
      </ConfirmDialog>
    </>
  );
}
