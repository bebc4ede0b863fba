import { currentHolder, type MovableContract, type WrittenFields } from "@vehicle-contracts/contract-rules";

/** A record as the moves see it on a day of its store. */
export const movable = (record: WrittenFields, today: string): Omit<MovableContract, "status"> => ({
  ...record,
  holderId: currentHolder(record.parties, record, today)?.partyId ?? null,
});
