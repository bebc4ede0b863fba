/** Moves the clock of this process, in which the clients run, and puts it right again. */
export function jumpingClock() {
  const real = Date.now;
  let ahead = 0;
  Date.now = () => real() + ahead;
  return {
    /** From now on the clock is so many milliseconds ahead of the right time; behind it, where negative. */
    jump(milliseconds: number) {
      ahead = milliseconds;
    },
    /** The calendar date that a client with this clock takes for today's. */
    today: () => new Date(Date.now()).toISOString().slice(0, 10),
    restore() {
      Date.now = real;
    },
  };
}
