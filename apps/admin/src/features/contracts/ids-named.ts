import { ContractParty, type FieldChange } from "@vehicle-contracts/contract-model";
import type { z } from "zod";

/** The lines of a list out of a change that have the shape; a history may hold older ones. */
export const linesIn = <Schema extends z.ZodType>(schema: Schema, list: unknown): z.output<Schema>[] =>
  (Array.isArray(list) ? list : []).flatMap((line) => {
    const read = schema.safeParse(line);
    return read.success ? [read.data] : [];
  });

/** The ids that the changes name: people, providers, vehicles. */
export function idsNamed(changes: readonly FieldChange[]): {
  parties: string[];
  providers: string[];
  vehicles: string[];
} {
  const named = (field: string) =>
    changes
      .filter((change) => change.field === field)
      .flatMap(({ before, after }) => [before, after])
      .filter((id) => typeof id === "string");
  const people = changes
    .filter(({ field }) => field === "parties")
    .flatMap(({ before, after }) => [...linesIn(ContractParty, before), ...linesIn(ContractParty, after)]);
  return {
    parties: [...new Set(people.map(({ partyId }) => partyId))],
    providers: [...new Set(named("providerId"))],
    vehicles: [...new Set(named("vehicleId"))],
  };
}
