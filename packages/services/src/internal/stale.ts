import type { ChangedSince } from "@vehicle-contracts/contract-model";
import { ServiceError } from "../service-error.ts";

/** STALE_VERSION: the record has changed since it was read. Carries what it is now, and who changed which field since. */
export const stale = (
  what: string,
  current: { version: number },
  changedSince: ChangedSince[] = [],
): ServiceError =>
  new ServiceError({
    code: "STALE_VERSION",
    message: `This ${what} has changed since it was read: it is at version ${current.version} now.`,
    current,
    changedSince,
  });
