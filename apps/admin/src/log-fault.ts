import "server-only";

/** One line of JSON about what went wrong on our side. Messages may hold names and VINs, so only names, codes and places are kept. */
export function logFault(error: unknown, correlationId: string, where: string): void {
  const frames =
    error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const fault = {
    level: "error",
    where,
    correlationId,
    errors: namesOf(error),
    stack: frames.slice(0, 12).map((line) => line.trim()),
  };
  console.error(JSON.stringify(fault));
}

function namesOf(error: unknown): string[] {
  const names: string[] = [];
  for (let cause = error; cause instanceof Error && names.length < 6; cause = cause.cause) {
    const code: unknown = Reflect.get(cause, "code");
    names.push(typeof code === "string" ? `${cause.name} ${code}` : cause.name);
  }
  return names;
}
