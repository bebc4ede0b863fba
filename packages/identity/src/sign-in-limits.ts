import type { AttemptCounts, Count, Slowing, Taken } from "./attempt-counts.ts";
import { countKey } from "./attempt-counts.ts";
import { networkOf } from "./network-of.ts";

export type SignInAllowance = {
  /** One account tried from one network. */
  readonly accountAndAddress: Slowing;
  /** One network, whatever the account. */
  readonly address: Slowing;
  /** One account, from all networks together that nobody has signed in from. */
  readonly account: Slowing;
  /** One account from one browser that has signed in to it before: no other count concerns it. */
  readonly device: Slowing;
};

const minutes = (n: number) => n * 60;
const hours = (n: number) => minutes(60 * n);

export const signInAllowance: SignInAllowance = {
  accountAndAddress: { free: 5, firstWait: 30, longestWait: hours(1), forgivenAfter: hours(1) },
  address: { free: 50, firstWait: 10, longestWait: hours(1), forgivenAfter: minutes(1) },
  account: { free: 20, firstWait: 5, longestWait: minutes(5), forgivenAfter: minutes(10) },
  device: { free: 5, firstWait: 30, longestWait: hours(1), forgivenAfter: hours(1) },
};

export type Comer = {
  /** What was typed as the account, whether it exists or not. */
  readonly account: string;
  readonly address: string;
  /** The hash of a device that this account was signed in to with before; null for any other. */
  readonly knownDevice: string | null;
  /** Whether anybody ever signed in from this network. */
  readonly isKnownAddress: boolean;
};

/**
 * Limits attempts to sign in. What slows one is counted by what a stranger cannot choose for somebody else: their own
 * network, or the account among strangers. A browser that the user has signed in with is counted by itself alone, so
 * strangers never slow her there.
 */
export type SignInLimits = {
  /** Counts an attempt as failed, before it is looked at. Answers what it counted, or the whole seconds to wait. */
  take(comer: Comer): ReturnType<AttemptCounts["take"]>;
  /** It was a good one: the failures of this account from there are forgotten, and it counts nowhere. */
  succeeded(taken: Taken): Promise<void>;
  /** It could not be looked at, or there was nothing wrong with it so far: it does not count. */
  giveBack(taken: Taken): Promise<void>;
};

export function openSignInLimits(
  counts: AttemptCounts,
  allowance: SignInAllowance = signInAllowance,
): SignInLimits {
  return {
    take: (comer) => counts.take(countsOf(comer, allowance)),
    async succeeded(taken) {
      // The last one is of this account from there alone.
      await counts.forget(taken.slice(-1));
      await counts.giveBack(taken.slice(0, -1));
    },
    giveBack: counts.giveBack,
  };
}

function countsOf(
  { account, address, knownDevice, isKnownAddress }: Comer,
  allowance: SignInAllowance,
): readonly Count[] {
  const name = account.trim().toLowerCase();
  const network = networkOf(address);
  if (knownDevice !== null)
    return [{ key: countKey("device", knownDevice, name), slowing: allowance.device }];
  return [
    { key: countKey("address", network), slowing: allowance.address },
    ...(isKnownAddress ? [] : [{ key: countKey("account", name), slowing: allowance.account }]),
    { key: countKey("account and address", network, name), slowing: allowance.accountAndAddress },
  ];
}
