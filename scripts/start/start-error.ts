/** The product cannot start. The message is a sentence or two for the person at the terminal. */
export class StartError extends Error {
  override readonly name = "StartError";
}

/** Errors whose message was written for the person at the terminal: shown without a stack. */
export function isMeantForPeople(error: unknown): error is Error {
  const names = ["StartError", "SettingsError", "EmbeddedError", "DatabaseRefused"];
  return error instanceof Error && names.includes(error.name);
}
