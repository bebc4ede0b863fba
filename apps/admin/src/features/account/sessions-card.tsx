"use client";

import { Button } from "@mantine/core";
import type { SessionFacts } from "@vehicle-contracts/identity";
import { useState } from "react";
import { problemOf } from "../../trpc/errors.ts";
import { showFailure } from "../../trpc/show-problem.ts";
import { Card, CardRow } from "../../ui/card.tsx";
import { ConfirmDialog } from "../../ui/floating/confirm-dialog.tsx";
import { toast } from "../../ui/floating/toast.tsx";
import { Tag } from "../../ui/tag.tsx";
import { useFormat } from "../../ui/use-format.ts";
import { useDesk } from "../session/desk-context.tsx";
import { seenWords } from "../users/words.ts";
import classes from "./account.module.css";
import { useAskAccount } from "./use-account.ts";

const about = "sessions";

/** Where one is signed in, this device first; the others can be signed out. */
export function SessionsCard({ sessions, now }: { sessions: readonly SessionFacts[]; now: string }) {
  const endOthers = useAskAccount("end-other-sessions");
  const [isAsked, setIsAsked] = useState(false);
  const others = sessions.filter(({ isThis }) => !isThis).length;
  const confirm = async () => {
    try {
      const { ended } = await endOthers.mutateAsync({});
      toast.done(
        ended === 1 ? "One device is signed out" : `${ended} devices are signed out`,
        undefined,
        about,
      );
    } catch (error) {
      showFailure(problemOf(error), about);
    }
    setIsAsked(false);
  };
  return (
    <Card
      title="Where you are signed in"
      note={`${sessions.length}`}
      flush
      action={
        others > 0 && (
          <Button variant="default" size="xs" onClick={() => setIsAsked(true)}>
            Sign out all others…
          </Button>
        )
      }
    >
      <ul className={classes.sessions} aria-label="Sessions">
        {sessions.map((session) => (
          <li key={session.sessionId}>
            <CardRow>
              <SessionRow session={session} now={now} />
            </CardRow>
          </li>
        ))}
      </ul>
      <ConfirmDialog
        opened={isAsked}
        onClose={() => setIsAsked(false)}
        title="Sign out all other devices?"
        effect="Sign out all others"
        isPending={endOthers.isPending}
        onConfirm={() => void confirm()}
      >
        You stay signed in here. What is typed and not saved elsewhere waits there for a new sign-in.
      </ConfirmDialog>
    </Card>
  );
}

function SessionRow({ session, now }: { session: SessionFacts; now: string }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const end = useAskAccount("end-session");
  const { sessionId, device, address, openedAt, lastSeenAt, isThis } = session;
  const since = `signed in ${format.dateTime(openedAt, timeZone)}`;
  const signOut = () =>
    end.mutate(
      { sessionId },
      {
        onSuccess: () => toast.done(`${device} is signed out`, undefined, about),
        onError: (error) => showFailure(problemOf(error), about),
      },
    );
  return (
    <div className={classes.session}>
      <span className={classes.sessionText}>
        <span className={classes.device}>
          {device} {isThis && <Tag tone="green">This device</Tag>}
        </span>
        <span className={classes.sessionNote}>
          {isThis ? "Now" : `Last seen ${seenWords(lastSeenAt, { now, timeZone, format }).toLowerCase()}`}
          {address ? `, from ${address}` : ""}, {since}
        </span>
      </span>
      {!isThis && (
        <Button
          variant="default"
          size="xs"
          aria-label={`Sign out ${device}`}
          loading={end.isPending}
          onClick={signOut}
        >
          Sign out
        </Button>
      )}
    </div>
  );
}
