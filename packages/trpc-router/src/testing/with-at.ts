/** The same input with another value at the path, which may be new. */
export function withAt(input: unknown, path: readonly string[], value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const copy = Array.isArray(input) ? [...input] : { ...Object(input) };
  copy[step] = withAt(copy[step], rest, value);
  return copy;
}

/** Every path there is in an input, the empty one too. */
export function pathsOf(input: unknown, before: readonly string[] = []): string[][] {
  const within = typeof input === "object" && input !== null ? Object.entries(input) : [];
  return [[...before], ...within.flatMap(([step, value]) => pathsOf(value, [...before, step]))];
}
