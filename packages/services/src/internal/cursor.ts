import { createHash } from "node:crypto";
import { stringify } from "safe-stable-stringify";
import { z } from "zod";
import { ServiceError } from "../service-error.ts";

const mark = (question: unknown) =>
  createHash("sha256")
    .update(stringify(question) ?? "")
    .digest("base64url")
    .slice(0, 12);

/** A place to go on from, good only with the question (filter, search, sort) that it came from. */
export const toCursor = (question: unknown, place: unknown): string =>
  Buffer.from(JSON.stringify([mark(question), place])).toString("base64url");

const invalid = () =>
  new ServiceError({
    code: "INVALID",
    message: "The cursor does not go with this filter and sort. Start again without a cursor.",
    fields: [
      {
        path: "cursor",
        code: "NOT_ALLOWED",
        message: "Does not go with this filter and sort. Start again without a cursor.",
      },
    ],
  });

/** The place in a cursor; null without one. Throws INVALID for one of another question, or none of ours. */
export function fromCursor<Place>(
  question: unknown,
  place: z.ZodType<Place>,
  cursor: string | null | undefined,
): Place | null {
  if (cursor === null || cursor === undefined) return null;
  let content: unknown;
  try {
    content = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw invalid();
  }
  const parsed = z.tuple([z.literal(mark(question)), place]).safeParse(content);
  if (!parsed.success) throw invalid();
  return parsed.data[1];
}
