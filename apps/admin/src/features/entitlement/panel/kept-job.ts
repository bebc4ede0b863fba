import { lineKinds } from "@vehicle-contracts/contract-model";
import { z } from "zod";
import type { JobEntry } from "./job-text.ts";

/** The lines of a job, and what of it is in the ledgers already, by its key. */
export type KeptJob = { entries: readonly JobEntry[]; entered: readonly string[] };

export const noJob: KeptJob = { entries: [], entered: [] };

const amount = z.object({ kind: z.enum(lineKinds), amountMinor: z.int() });
const entry = z.object({
  ...{ id: z.string(), text: z.string(), code: z.string(), name: z.string() },
  ...{ isNamed: z.boolean(), amounts: z.array(amount) },
});
const Kept: z.ZodType<KeptJob> = z.object({ entries: z.array(entry), entered: z.array(z.string()) });

/** What was kept of a job; none where it cannot be read. */
export function readKept(text: string | null): KeptJob {
  try {
    return Kept.safeParse(JSON.parse(text ?? "null")).data ?? noJob;
  } catch {
    return noJob;
  }
}
