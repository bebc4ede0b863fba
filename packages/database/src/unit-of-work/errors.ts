/** More units of work are asked for than can be held. Nothing was begun; the same call may be made again. */
export class Overloaded extends Error {
  override readonly name = "Overloaded";
  /** Seconds after which trying again makes sense. */
  readonly retryAfterSeconds = 1;
  constructor() {
    super("The database has as much to do as it can hold. Try again in a moment.");
  }
}

/**
 * A unit of work did not end within its deadline. It is rolled back, except that the outcome of one whose COMMIT was
 * already under way is not known.
 */
export class DeadlineExceeded extends Error {
  override readonly name = "DeadlineExceeded";
  constructor(milliseconds: number) {
    super(`The database did not answer within ${milliseconds / 1000} s.`);
  }
}
