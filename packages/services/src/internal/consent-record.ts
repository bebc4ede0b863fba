import {
  type Consent,
  type ConsentEntry,
  consentChannels,
  type Party,
} from "@vehicle-contracts/contract-model";

type Kept = Pick<Party, "consent" | "consentRecord">;

/** Nobody has given anything yet. */
export const noConsent: Kept = {
  consent: { email: false, phone: false, text: false, post: false },
  consentRecord: { email: null, phone: null, text: null, post: null },
};

/** The record once the answers are `after`: the channels that change take the entry, the others keep theirs. */
export function consentRecordAfter(
  before: Kept,
  after: Consent,
  entry: ConsentEntry,
): Party["consentRecord"] {
  const changed = consentChannels.filter((channel) => before.consent[channel] !== after[channel]);
  return { ...before.consentRecord, ...Object.fromEntries(changed.map((channel) => [channel, entry])) };
}
