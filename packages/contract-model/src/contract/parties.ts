import { z } from "zod";
import { CalendarDate, Id } from "../values.ts";

export const PartyRole = z.enum(["HOLDER", "PAYER", "LIENHOLDER", "SELLER"]);
export type PartyRole = z.infer<typeof PartyRole>;

/** A party's part in a contract, from and to inclusive. `from` left out is the contract's startDate; no `to` is open. */
export const ContractPartyInput = z
  .strictObject({ role: PartyRole, partyId: Id, from: CalendarDate.nullish(), to: CalendarDate.nullish() })
  .refine((party) => !party.from || !party.to || party.from <= party.to, {
    path: ["to"],
    message: "Must not be before the first day (from).",
  });
export const ContractParty = z.object({
  role: PartyRole,
  partyId: Id,
  from: z.string().nullable(),
  to: z.string().nullable(),
});
export type ContractParty = z.infer<typeof ContractParty>;
