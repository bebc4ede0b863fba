import { randomUUID } from "node:crypto";
import type { Party, PartyInput } from "@vehicle-contracts/contract-model";
import type { Call } from "./a-contract.ts";

/** A name that nobody in the register has: letters only, as a name is searched by its words. */
export const aFamilyName = (): string =>
  `Quill${randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 10)}${randomUUID()
    .replace(/[^a-f]/g, "")
    .slice(0, 6)}`;

/** A person of their own for a test, with a family name that nobody else has, unless `given` says otherwise. */
export async function aCustomer(
  call: Call,
  given: Partial<PartyInput> = {},
  consentSource?: string,
): Promise<Party> {
  const party: PartyInput = { kind: "PERSON", givenName: "Zebedee", familyName: aFamilyName(), ...given };
  const made = (await call("parties.create", {
    idempotencyKey: randomUUID(),
    party,
    ...(consentSource !== undefined && { consentSource }),
  })) as { party: Party };
  return made.party;
}
