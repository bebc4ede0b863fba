import { z } from "zod";
import { transferStates } from "./codes.ts";
import { Reason } from "./contract/moves.ts";
import { ContractResult } from "./contract/requests.ts";
import { RevisionActor } from "./history.ts";
import { anyOf, page, paging } from "./paging.ts";
import { CalendarDate, Id, Instant, Money, Version } from "./values.ts";

/** To a new holder; `date` is the new holder's first day. */
export const TransferContract = z.strictObject({
  contractId: Id,
  version: Version,
  date: CalendarDate,
  toPartyId: Id,
  reason: Reason,
});
export type TransferContract = z.infer<typeof TransferContract>;

export const TransferState = z.enum(transferStates, "Must be REQUESTED, APPROVED or REFUSED.");
export type TransferState = z.infer<typeof TransferState>;

/** A transfer that an administrator decides (transfer policy ON_REQUEST). Until then the contract is as it was. */
export const TransferRequest = z.object({
  requestId: Id,
  contractId: Id,
  /** The contract's, when it was asked for. */
  contractVersion: Version,
  state: TransferState,
  date: z.string(),
  fromParty: z.object({ partyId: Id, name: z.string() }),
  toParty: z.object({ partyId: Id, name: z.string() }),
  /** To be paid before it is approved; null where it costs nothing. */
  fee: Money.nullable(),
  requestedBy: RevisionActor,
  requestedAt: Instant,
  decidedBy: RevisionActor.nullable(),
  decidedAt: Instant.nullable(),
  /** Of the decision. */
  reason: z.string().nullable(),
});
export type TransferRequest = z.infer<typeof TransferRequest>;

/** `transferRequest` is null where the contract went over at once. */
export const TransferResult = ContractResult.extend({ transferRequest: TransferRequest.nullable() });
export type TransferResult = z.infer<typeof TransferResult>;

/** Of one contract, whichever store's; else of the granted stores'. Newest first. */
export const ListTransfers = z.strictObject({
  contractId: Id.nullish(),
  filter: z.strictObject({ state: anyOf(TransferState) }).nullish(),
  ...paging,
});
export type ListTransfers = z.infer<typeof ListTransfers>;

/** In a list: with the contract in short. */
export const TransferInList = TransferRequest.extend({
  contract: z.object({
    contractNumber: z.string().nullable(),
    description: z.string().nullable(),
    storeId: Id,
    storeName: z.string(),
    vin: z.string(),
    vehicleName: z.string().nullable(),
  }),
});
export type TransferInList = z.infer<typeof TransferInList>;
export const TransferPage = page(TransferInList);
export type TransferPage = z.infer<typeof TransferPage>;

/** The approval says that the fee, where there is one, has been paid; `feePaid: false` says that it has not. */
export const ApproveTransfer = z.strictObject({
  requestId: Id,
  feePaid: z.boolean("Must be true or false.").nullish(),
  reason: Reason,
});
export type ApproveTransfer = z.infer<typeof ApproveTransfer>;
export const RefuseTransfer = z.strictObject({ requestId: Id, reason: Reason });
export type RefuseTransfer = z.infer<typeof RefuseTransfer>;
