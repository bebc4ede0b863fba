import { z } from "zod";
import { ContractType } from "./contract/kinds.ts";
import { anyOf, page, paging } from "./paging.ts";
import { Consent } from "./party.ts";
import { Id, Money, whole } from "./values.ts";

/** Days ahead that renewals are listed for when nothing is asked. */
export const defaultRenewalDays = 90;
export const mostRenewalDays = 730;

/**
 * Contracts that end within `days` days (0 to 730, inclusive; 90 when left out) of their own store's today, the last of them
 * included, that are effectively ACTIVE or SUSPENDED and that no living contract follows. `consentFor`: only those whose holder
 * agreed to be reached by that channel.
 */
const question = {
  days: whole(0, mostRenewalDays).nullish(),
  filter: z
    .strictObject({ storeId: anyOf(Id), type: anyOf(ContractType), consentFor: Consent.keyof().nullish() })
    .nullish(),
};
export const RenewalQuestion = z.strictObject(question);
export type RenewalQuestion = z.infer<typeof RenewalQuestion>;
export const ListRenewals = z.strictObject({ ...question, ...paging });
export type ListRenewals = z.infer<typeof ListRenewals>;

/** A contract that could be renewed, with whom to ask and how. */
export const Renewal = z.object({
  contractId: Id,
  version: z.int(),
  contractNumber: z.string().nullable(),
  description: z.string().nullable(),
  type: ContractType,
  effectiveStatus: z.enum(["ACTIVE", "SUSPENDED"]),
  startDate: z.string().nullable(),
  endDate: z.string(),
  /** From the store's today to the end: 0 on the last day. */
  daysLeft: z.int(),
  plan: z.object({ code: z.string(), version: z.int() }).nullable(),
  /**
   * What a renewal would be today: the version of its plan that is sold, with its gross price in the contract's currency; `plan`
   * null: as it was sold, at its own price. Null where no version of its plan is sold any more.
   */
  offer: z
    .object({
      plan: z.object({ code: z.string(), version: z.int(), name: z.string() }).nullable(),
      price: Money.nullable(),
    })
    .nullable(),
  store: z.object({ storeId: Id, name: z.string() }),
  vehicle: z.object({
    vehicleId: Id,
    vin: z.string(),
    licensePlate: z.string().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    variant: z.string().nullable(),
  }),
  /** Null where nobody holds the contract any more. */
  holder: z
    .object({
      partyId: Id,
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      addresses: z.array(
        z.object({
          lines: z.array(z.string()),
          postalCode: z.string().nullable(),
          city: z.string().nullable(),
          country: z.string().nullable(),
        }),
      ),
      consent: Consent,
    })
    .nullable(),
});
export type Renewal = z.infer<typeof Renewal>;
/** By the end date, the earliest first. */
export const RenewalPage = page(Renewal);
export type RenewalPage = z.infer<typeof RenewalPage>;
