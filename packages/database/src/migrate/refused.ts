/** The database cannot be used as it is. The message is one sentence for whoever runs the program; it holds no secret. */
export class DatabaseRefused extends Error {
  override readonly name = "DatabaseRefused";
}

/** Where a database is, without user and password. */
export const placeOf = (url: URL): string =>
  `${url.hostname || "localhost"}:${url.port || "5432"}${url.pathname}`;

const oldestServer = 15;

/** What is said of a server of that major version; null where it is new enough. */
export const versionRefusal = (version: number, place: string): DatabaseRefused | null =>
  version < oldestServer
    ? new DatabaseRefused(
        `PostgreSQL at ${place} is version ${version}: version ${oldestServer} or newer is needed.`,
      )
    : null;

const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ETIMEDOUT",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
]);

/** What PostgreSQL or the network says, as a refusal in a sentence; null where it is something else. */
export function refusalOf(error: unknown, place: string): DatabaseRefused | null {
  const code = codeOf(error);
  const refused = (sentence: string) => new DatabaseRefused(sentence, { cause: error });
  if (code === null) return null;
  if (unreachable.has(code))
    return refused(`No PostgreSQL answers at ${place} (${code}): start it, or correct the address.`);
  if (code === "57P03")
    return refused(`PostgreSQL at ${place} is starting or stopping: try again in a moment.`);
  if (code === "28P01" || code === "28000")
    return refused(
      `PostgreSQL at ${place} does not let this user in: correct user and password of the address.`,
    );
  if (code === "3D000")
    return refused(`There is no such database at ${place}: create it, or correct the address.`);
  if (code === "53300")
    return refused(`PostgreSQL at ${place} has no connection left: raise max_connections.`);
  if (code === "42501")
    return refused(
      `The user of the address may not do in the database at ${place} what its owner may: make it the owner.`,
    );
  return null;
}

/** The code that PostgreSQL or Node gave the error, or the error it wraps. */
export function codeOf(error: unknown): string | null {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, "code");
    if (typeof code === "string") return code;
  }
  return null;
}
