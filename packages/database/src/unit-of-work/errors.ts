/** By its name: a bundle may hold this module more than once, and one copy's door meets another copy's error. */
const isNamed = (error: unknown, name: string) => error instanceof Error && error.name === name;

/** More units of work are asked for than can be held. Nothing was begun; the same call may be made again. */
export class Overloaded extends Error {
  static override [Symbol.hasInstance](error: unknown): error is Overloaded {
    return isNamed(error, "Overloaded");
  }
  override readonly name = "Overloaded";
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds = 1;
  constructor() {
    super("The database has as much to do as it can hold. Try again in a moment.");
  }
}

/** The program is stopping and takes no more units of work. Nothing was begun; another one may answer the same call. */
export class DatabaseClosed extends Error {
  static override [Symbol.hasInstance](error: unknown): error is DatabaseClosed {
    return isNamed(error, "DatabaseClosed");
  }
  override readonly name = "DatabaseClosed";
  constructor() {
    super("The database is closed.");
  }
}

/**
 * A unit of work did not end within its deadline. It is rolled back, except that the outcome of one whose COMMIT was
 * already under way is not known.
 */
export class DeadlineExceeded extends Error {
  static override [Symbol.hasInstance](error: unknown): error is DeadlineExceeded {
    return isNamed(error, "DeadlineExceeded");
  }
  override readonly name = "DeadlineExceeded";
  constructor(milliseconds: number) {
    super(`The database did not answer within ${milliseconds / 1000} s.`);
  }
}
