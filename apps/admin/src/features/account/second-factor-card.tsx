"use client";

import { Button } from "@mantine/core";
import type { AccountFacts } from "@vehicle-contracts/identity";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Card } from "../../ui/card.tsx";
import { toast } from "../../ui/floating/toast.tsx";
import { Notice } from "../../ui/notice.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useDesk } from "../session/desk-context.tsx";
import classes from "./account.module.css";
import { useAskAccount } from "./use-account.ts";

// loaded when opened: nobody sets it up each day
const SetUpDialog = dynamic(() => import("./set-up-dialog.tsx").then((loaded) => loaded.SetUpDialog));
const RenewDialog = dynamic(() => import("./renew-dialog.tsx").then((loaded) => loaded.RenewDialog));
const PasswordDialog = dynamic(() => import("./password-dialog.tsx").then((loaded) => loaded.PasswordDialog));

type Open = "set-up" | "renew" | "off" | null;

/** Whether a code is asked for besides the password, and what can be done about it. */
export function SecondFactorCard({ secondFactor }: Pick<AccountFacts, "secondFactor">) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const [open, setOpen] = useState<Open>(null);
  const end = useAskAccount("end-second-factor");
  const close = () => setOpen(null);
  return (
    <Card title="Second factor" note={secondFactor ? <Tag tone="green">On</Tag> : <Tag tone="grey">Off</Tag>}>
      {secondFactor ? (
        <>
          <p className={classes.text}>
            Since {format.dayOf(secondFactor.since, timeZone)} the sign-in asks for the code of your
            authenticator app. {secondFactor.recoveryCodesLeft} of 10 recovery codes are left.
          </p>
          {secondFactor.recoveryCodesLeft < 3 && (
            <Notice tone="amber" title="Few recovery codes are left.">
              Make new ones, so that a lost device does not lock you out.
            </Notice>
          )}
          <div className={classes.buttons}>
            <Button variant="default" onClick={() => setOpen("renew")}>
              New recovery codes…
            </Button>
            <Button variant="subtle" color="red" onClick={() => setOpen("off")}>
              Switch off…
            </Button>
          </div>
        </>
      ) : (
        <>
          <p className={classes.text}>
            Besides the password, the sign-in then asks for a code that an app on your telephone shows.
            Whoever learns your password still does not come in.
          </p>
          <div className={classes.buttons}>
            <Button onClick={() => setOpen("set-up")}>Set up…</Button>
          </div>
        </>
      )}
      {open === "set-up" && <SetUpDialog onDone={close} />}
      {open === "renew" && <RenewDialog onDone={close} />}
      {open === "off" && (
        <PasswordDialog
          title="Switch the second factor off?"
          text="The password alone then suffices. The app's entry and the recovery codes are no longer good, and other devices are signed out."
          effect="Switch off"
          danger
          onClose={close}
          onPassword={async (password) => {
            await end.mutateAsync({ password });
            toast.done("The second factor is off");
            close();
          }}
        />
      )}
    </Card>
  );
}
