"use client";

import { Button } from "@mantine/core";
import type { Invitation, User } from "@vehicle-contracts/contract-model";
import { problemOf } from "../../../trpc/errors.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { SheetLine, SheetPart } from "../../../ui/floating/sheet-part.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useRenewInvitation } from "../mutations.ts";
import { seenWords, timeLeft } from "../words.ts";
import { SecondFactorLine } from "./second-factor-line.tsx";

type SignInPartProps = { user: User; now: string; isSelf: boolean; onLink: (link: Invitation) => void };

/** When somebody was here, and the link by which they set their password. */
export function SignInPart({ user, now, isSelf, onLink }: SignInPartProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const renew = useRenewInvitation();
  const { state, userId, lastSeenAt, invitationEndsAt } = user;
  const left = timeLeft(invitationEndsAt, now);
  const until =
    left && invitationEndsAt ? `good until ${format.dateTime(invitationEndsAt, timeZone)}, ${left}` : null;

  const about = `link:${userId}`;
  const askLink = () =>
    renew.mutate(
      { userId },
      {
        onSuccess: (link) => {
          toast.settle(about);
          onLink(link);
        },
        onError: (error) => showFailure(problemOf(error), about),
      },
    );
  const button = (
    <Button variant="default" size="xs" loading={renew.isPending} onClick={askLink}>
      New link
    </Button>
  );
  return (
    <SheetPart title="Sign-in">
      {state === "DISABLED" && (
        <Notice tone="grey" title="Disabled: cannot sign in.">
          Role and stores are kept for when the user is enabled again.
        </Notice>
      )}
      {state === "INVITED" && !until && (
        <Notice tone="amber" title="The link has ended unused.">
          Make a new one and hand it over.
        </Notice>
      )}
      {state !== "INVITED" && (
        <SheetLine
          text="Last seen"
          note={isSelf ? "Now" : seenWords(lastSeenAt, { now, timeZone, format })}
        />
      )}
      {state === "INVITED" && (
        <SheetLine
          text="Invited, no password yet"
          note={until ? `The link is ${until}. A new one ends it.` : "A link is good once, for 48 hours."}
          action={button}
        />
      )}
      {state === "ACTIVE" && (
        <SheetLine
          text={isSelf ? "Your password" : "Locked out, or password forgotten"}
          note={until ? `A link for a new password is ${until}. Another one ends it.` : whatLinkDoes(isSelf)}
          action={button}
        />
      )}
      {user.hasSecondFactor && <SecondFactorLine user={user} isSelf={isSelf} />}
    </SheetPart>
  );
}

const whatLinkDoes = (isSelf: boolean) =>
  isSelf
    ? "A link lets you set a new one; you are then signed out everywhere."
    : "A link lets them set a new password. Until then the present one stays good.";
