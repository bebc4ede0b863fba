/** "Now" in milliseconds since 1970; tests set their own. */
export type Clock = () => number;

/** The program's clock, where sign-in reads it: there is no unit of work that would say what "now" is. */
export const systemClock: Clock = () => Date.now();

/** RFC 3339 in UTC with milliseconds, as our own columns take it. */
export const instantAt = (milliseconds: number): string => dateAt(milliseconds).toISOString();

// The sign-in library's columns take a Date; it is made of the clock here alone.
export const dateAt = (milliseconds: number): Date => new Date(milliseconds);
