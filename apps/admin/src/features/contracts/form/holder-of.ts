import { currentHolder, type WrittenFields } from "@vehicle-contracts/contract-rules";

/** The id of the current holder of a record on its store's day; null while there is none. */
export const holderOf = (
  record: Pick<WrittenFields, "parties" | "startDate" | "endDate">,
  today: string,
): string | null => currentHolder(record.parties, record, today)?.partyId ?? null;
