/** The embedded PostgreSQL cannot do what was asked. The message is one or two sentences for the person at the terminal. */
export class EmbeddedError extends Error {
  override readonly name = "EmbeddedError";
}
