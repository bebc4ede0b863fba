/** Where a page of a list came from: the cursor before it (null: the first page) and how many rows stand before it. */
export type Step = { previous: string | null; before: number };
export type Trail = Readonly<Record<string, Step>>;

/** Cursors kept; older ones are let go. */
const longest = 200;

/** The trail with the step to `next` noted. */
export function withStep(trail: Trail, next: string, step: Step): Trail {
  const entries = Object.entries(trail).filter(([cursor]) => cursor !== next);
  return Object.fromEntries([...entries, [next, step]].slice(-longest));
}

/** Reads what a device has kept; anything else than a trail is none. */
export function trailOf(text: string | null): Trail {
  try {
    const value: unknown = JSON.parse(text ?? "{}");
    if (typeof value !== "object" || value === null) return {};
    return Object.fromEntries(
      Object.entries(value).filter((entry): entry is [string, Step] => isStep(entry[1])),
    );
  } catch {
    return {};
  }
}

const isStep = (value: unknown): value is Step =>
  typeof value === "object" &&
  value !== null &&
  "before" in value &&
  typeof value.before === "number" &&
  "previous" in value &&
  (value.previous === null || typeof value.previous === "string");
