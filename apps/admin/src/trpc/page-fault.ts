import { type Problem, problemCodes } from "@vehicle-contracts/contract-model";

type PageFault = Pick<Problem, "code" | "correlationId">;

/**
 * The error that a page which cannot be shown throws. The browser gets its digest alone: the problem's code, and the
 * request's number to quote.
 */
export const pageFault = ({ code, correlationId }: PageFault, cause: unknown): Error =>
  Object.assign(new Error(code, { cause }), { digest: `${code} ${correlationId}` });

/** What such an error says, on either side; null for any other error. */
export function pageFaultIn(error: unknown): PageFault | null {
  const digest: unknown =
    typeof error === "object" && error !== null ? Reflect.get(error, "digest") : undefined;
  const [name, correlationId] = typeof digest === "string" ? digest.split(" ") : [];
  const code = problemCodes.find((known) => known === name);
  return code && correlationId ? { code, correlationId } : null;
}
