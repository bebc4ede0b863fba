import { z } from "zod";
import { page, paging } from "./paging.ts";
import { Id, Instant } from "./values.ts";

export const ActorKind = z.enum(["USER", "API_CLIENT", "JOB"]);
export type ActorKind = z.infer<typeof ActorKind>;

/** Who did it, and on whose behalf. */
export const RevisionActor = z.object({
  kind: ActorKind,
  id: z.string(),
  name: z.string(),
  onBehalfOf: z.object({ id: z.string(), name: z.string() }).nullable(),
});
export type RevisionActor = z.infer<typeof RevisionActor>;

export const RevisionAction = z.enum([
  "contract.created",
  "contract.updated",
  "contract.corrected",
  "contract.submitted",
  "contract.activated",
  "contract.suspended",
  "contract.resumed",
  "contract.extended",
  "contract.expired",
  "contract.reinstated",
  "contract.cancelled",
  "contract.voided",
  "contract.transferred",
  "contract.renewed",
  "contract.noted",
]);
export type RevisionAction = z.infer<typeof RevisionAction>;

/** A top-level field and its whole value before and after; null where there was or is none. */
export const FieldChange = z.object({ field: z.string(), before: z.json(), after: z.json() });
export type FieldChange = z.infer<typeof FieldChange>;

/** An entry of a contract's history: append-only, each with a hash over itself and its predecessor's hash. */
export const Revision = z.object({
  /** From 1, without gaps, in each contract. */
  revision: z.int(),
  /** The contract's version after the change. */
  version: z.int(),
  action: RevisionAction,
  at: Instant,
  actor: RevisionActor,
  correlationId: z.string(),
  /** Given with a correction, and with moves that ask for one. */
  reason: z.string().nullable(),
  changes: z.array(FieldChange),
  /** SHA-256, hexadecimal. */
  hash: z.string(),
  /** Null at revision 1. */
  previousHash: z.string().nullable(),
});
export type Revision = z.infer<typeof Revision>;

export const GetHistory = z.strictObject({ contractId: Id, ...paging });
export type GetHistory = z.infer<typeof GetHistory>;
/** Newest first. */
export const HistoryPage = page(Revision);
export type HistoryPage = z.infer<typeof HistoryPage>;

/** Whether the chain of a contract holds, and the first revision at which it does not. */
export const HistoryVerdict = z.object({
  intact: z.boolean(),
  revisions: z.int(),
  firstBroken: z.int().nullable(),
});
export type HistoryVerdict = z.infer<typeof HistoryVerdict>;
