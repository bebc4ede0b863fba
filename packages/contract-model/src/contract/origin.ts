import { z } from "zod";
import { SourceSystem } from "../enterprise.ts";
import { Code, line, Version } from "../values.ts";
import { distinct } from "./distinct.ts";

export const PlanReference = z.strictObject({ code: Code, version: Version });
export type PlanReference = z.infer<typeof PlanReference>;

export const ExternalReference = z.strictObject({ system: line(50), id: line(100) });
export type ExternalReference = z.infer<typeof ExternalReference>;

/** Where the contract came from. An external reference is unique per system within the enterprise. */
export const OriginInput = z.strictObject({
  sourceSystem: SourceSystem.nullish(),
  externalReferences: z
    .array(ExternalReference)
    .max(20, "Must have at most 20 references.")
    .check(distinct((reference) => `${reference.system}\n${reference.id}`, "id", "Stands twice."))
    .nullish(),
});
export const Origin = z.object({
  sourceSystem: SourceSystem,
  externalReferences: z.array(ExternalReference),
});
export type Origin = z.infer<typeof Origin>;
