import { Id } from "@vehicle-contracts/contract-model";
import { ServiceError } from "@vehicle-contracts/services";

const plainId = /^[\x21-\x7e](?:[\x20-\x7e]{0,98}[\x21-\x7e])?$/;

/**
 * The id of the user on whose behalf a client calls: 1 to 100 printable ASCII characters, as it was sent. It may be an id
 * of the calling system, whose users need not be known here.
 * Null without the header. Throws INVALID for anything else.
 */
export function onBehalfOfId(header: string | null | undefined): string | null {
  if (header === null || header === undefined) return null;
  // an id in capitals is the same id, here as in an input
  if (plainId.test(header)) return Id.safeParse(header).data ?? header;
  const message = "The header x-onbehalf-of must be the id of a user: 1 to 100 plain characters.";
  throw new ServiceError({
    code: "INVALID",
    message,
    fields: [{ path: "x-onbehalf-of", code: "WRONG_FORMAT", message }],
  });
}
