import { sameValue } from "@vehicle-contracts/contract-rules";

/**
 * What a form began from, out of what its values keep of that: the record as the page was opened with it, or, in a draft, as it
 * was another day. That is read by the schema (`read`); while that is not there yet (undefined) the one of the page stands in for it.
 */
export function beganFrom<Row>(
  kept: unknown,
  opened: Row | null,
  read: ((kept: unknown) => Row | null) | undefined,
): Row | null {
  if (sameValue(kept, opened)) return opened;
  return read === undefined ? opened : read(kept);
}
