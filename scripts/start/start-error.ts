/** The product cannot start. The message is a sentence or two for the person at the terminal. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Errors whose message was written for the person at the terminal: shown without a stack. */
export function isMeantForPeople(error: unknown): error is Error {
  const names = ["StartError", "SettingsError", "EmbeddedError", "DatabaseRefused"];
  return error instanceof Error && names.includes(error.name);
}

/** Errors of Node's own parsing of options are written for people, too. */
export const isOfOptions = (error: unknown): error is TypeError =>
  error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
