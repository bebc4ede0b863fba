import { z } from "zod";

/** A field at fault. `path` starts at the record, dots between the steps: `parties.0.partyId`. */
export const ProblemField = z.object({ path: z.string(), code: z.string(), message: z.string() });
export type ProblemField = z.infer<typeof ProblemField>;

/** Something to know that stops nothing. */
export const Warning = z.object({ code: z.string(), message: z.string(), fields: z.array(ProblemField) });
export type Warning = z.infer<typeof Warning>;
