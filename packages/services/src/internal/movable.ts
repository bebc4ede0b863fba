import { currentHolder, type MovableContract } from "@vehicle-contracts/contract-rules";
import type { ContractRecord } from "./contract-record.ts";

/** A record as the moves see it on a day of its store. */
export const movable = (record: ContractRecord, today: string): Omit<MovableContract, "status"> => ({
  ...record,
  holderId: currentHolder(record.parties, record, today)?.partyId ?? null,
});
