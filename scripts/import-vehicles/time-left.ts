/** How long the rest takes, for the end of the bar; nothing where that is not known yet. `share` is what is done, 0 to 1. */
export function timeLeft(elapsedMs: number, share: number): string {
  // The first rows also pay for the start.
  if (elapsedMs < 1_000 || share <= 0 || share >= 1) return "";
  const seconds = Math.ceil((elapsedMs / share - elapsedMs) / 1_000);
  return seconds < 90 ? `  ${seconds} s left` : `  ${Math.round(seconds / 60)} min left`;
}
