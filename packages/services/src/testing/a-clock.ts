/** The time that tests agree on, unless they say otherwise: a Monday morning in Europe. */
export const monday = "2026-03-02T09:00:00.000Z";

/** A clock for `testDatabase({ clock: clock.now })` that stands still until it is set. */
export type SettableClock = {
  /** RFC 3339 in UTC with milliseconds. */
  now: () => string;
  set: (instant: string) => void;
};

export function aClock(instant: string = monday): SettableClock {
  let current = instant;
  return {
    now: () => current,
    set(next) {
      current = next;
    },
  };
}
