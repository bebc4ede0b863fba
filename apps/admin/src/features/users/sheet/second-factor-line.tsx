"use client";

import { Button } from "@mantine/core";
import type { User } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { ConfirmDialog } from "../../../ui/floating/confirm-dialog.tsx";
import { SheetLine } from "../../../ui/floating/sheet-part.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { useResetSecondFactor } from "../mutations.ts";

/** That a code is asked for besides the password, and the way out for one who has lost the device. */
export function SecondFactorLine({ user, isSelf }: { user: User; isSelf: boolean }) {
  const reset = useResetSecondFactor();
  const [isAsked, setIsAsked] = useState(false);
  const { userId, name } = user;
  const about = `second-factor:${userId}`;
  const confirm = async () => {
    try {
      await reset.mutateAsync({ userId });
      toast.done(`${name} signs in with the password alone again`, undefined, about);
    } catch (error) {
      showFailure(problemOf(error), about);
    }
    setIsAsked(false);
  };
  return (
    <>
      <SheetLine
        text="Second factor"
        note={isSelf ? "On. Yours is changed on your account's page." : "On: an app's code is asked for."}
        action={
          !isSelf && (
            <Button variant="default" size="xs" onClick={() => setIsAsked(true)}>
              Reset…
            </Button>
          )
        }
      />
      <ConfirmDialog
        opened={isAsked}
        onClose={() => setIsAsked(false)}
        title={`Reset the second factor of ${name}?`}
        effect="Reset"
        danger
        isPending={reset.isPending}
        onConfirm={() => void confirm()}
      >
        For a device that is lost: make sure that it is {name} who asks. Their app and recovery codes are no
        longer good, they are signed out everywhere, and the password alone suffices until they set it up
        again. That you did this is written down.
      </ConfirmDialog>
    </>
  );
}
