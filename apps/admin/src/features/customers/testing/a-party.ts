import type { Party } from "@vehicle-contracts/contract-model";

/** A customer as the server answers them. */
export const aParty = (given: Partial<Party> = {}): Party => ({
  partyId: "0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6079",
  version: 3,
  kind: "PERSON",
  givenName: "Annika",
  familyName: "Reuterhof",
  companyName: null,
  name: "Annika Reuterhof",
  email: "annika.reuterhof@example.com",
  phone: "0221 4710 233",
  addresses: [],
  consent: { email: true, phone: false, text: false, post: false },
  consentRecord: { email: null, phone: null, text: null, post: null },
  createdAt: "2025-03-03T09:00:00.000Z",
  updatedAt: "2026-11-02T10:38:00.000Z",
  ...given,
});
