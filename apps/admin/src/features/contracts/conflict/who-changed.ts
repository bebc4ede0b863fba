import type { ChangedSince, Contract } from "@vehicle-contracts/contract-model";
import type { useFormat } from "../../../ui/use-format.ts";

type Format = Pick<ReturnType<typeof useFormat>, "time" | "ago">;
type Clock = { now: string; timeZone: string };

/** The last one who changed something since; null where nobody is named. */
export const lastChange = (changedSince: readonly ChangedSince[]): ChangedSince | null =>
  changedSince.toSorted((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;

/** "Lukas Brandt", "Lukas Brandt and one more". */
export function whoWords(changedSince: readonly ChangedSince[]): string {
  const last = lastChange(changedSince);
  if (!last) return "Somebody";
  const others = new Set(changedSince.map(({ by }) => by.name)).size - 1;
  return others === 0 ? last.by.name : `${last.by.name} and ${others === 1 ? "one" : others} more`;
}

/** "Lukas Brandt saved version 10 2 minutes ago, at 10:38, in the admin app." */
export function savedWords(
  theirs: Contract,
  changedSince: readonly ChangedSince[],
  format: Format,
  { now, timeZone }: Clock,
): string {
  const last = lastChange(changedSince);
  const who = whoWords(changedSince);
  if (!last) return `${who} saved version ${theirs.version}.`;
  const where = last.by.kind === "USER" ? "in the admin app" : "through the API";
  return `${who} saved version ${theirs.version} ${format.ago(last.at, now)}, at ${format.time(last.at, timeZone)}, ${where}.`;
}
