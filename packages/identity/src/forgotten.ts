import type { SignInDatabase } from "@vehicle-contracts/database/unit-of-work";
import { type AttemptCounts, countKey, type Slowing } from "./attempt-counts.ts";
import type { Clock } from "./clock.ts";
import type { PasswordLink } from "./link-mail.ts";
import { networkOf } from "./network-of.ts";
import { makeOwnLink } from "./own-link.ts";

const hour = 3600;
/** Asked from one network, whatever the address. */
const fromNetwork: Slowing = { free: 20, firstWait: 60, longestWait: hour, forgivenAfter: 300 };
/** Mails to one address: nobody's mailbox is to be filled by others. */
const toAddress: Slowing = { free: 3, firstWait: 600, longestWait: hour, forgivenAfter: hour };

type Doors = {
  signIn: SignInDatabase;
  clock: Clock;
  counts: AttemptCounts;
  sendLink: (link: PasswordLink) => Promise<unknown>;
  onFault: (error: unknown) => void;
};

/**
 * Answers who asks for a new password by mail before it looks whose the address is, if anybody's: neither the answer nor
 * its time tells. Looking and sending go on by themselves.
 */
export const openForgotten =
  ({ signIn, clock, counts, sendLink, onFault }: Doors) =>
  async (email: string, address: string): Promise<{ retryAfterSeconds: number } | null> => {
    const asked = await counts.take([
      { key: countKey("forgotten from", networkOf(address)), slowing: fromNetwork },
    ]);
    if ("waitSeconds" in asked) return { retryAfterSeconds: asked.waitSeconds };
    const look = async () => {
      const name = email.trim().toLowerCase();
      const mails = await counts.take([{ key: countKey("forgotten to", name), slowing: toAddress }]);
      if ("waitSeconds" in mails) return;
      const link = await makeOwnLink({ signIn, clock }, name);
      if (link) await sendLink(link);
    };
    void look().catch(onFault);
    return null;
  };
