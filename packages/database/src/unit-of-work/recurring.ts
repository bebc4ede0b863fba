/** Texts of statements that come again and again, of which so many at most are kept prepared on each connection. */
export type Recurring = (text: string) => boolean;

/**
 * Tells whether a statement has come before and is worth being kept prepared: it is then described once a connection and
 * not each time, which is a round trip. Those that come first have the places, so that texts nobody asks twice, such as
 * odd searches, fill no memory.
 */
export function openRecurring(most: number): Recurring {
  const seen = new Set<string>();
  const kept = new Set<string>();
  return (text) => {
    if (kept.has(text)) return true;
    if (kept.size >= most) return false;
    if (seen.has(text)) {
      seen.delete(text);
      kept.add(text);
      return true;
    }
    if (seen.size >= most) seen.clear();
    seen.add(text);
    return false;
  };
}
