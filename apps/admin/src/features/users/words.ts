import type { Role, User } from "@vehicle-contracts/contract-model";
import { Temporal, todayIn } from "@vehicle-contracts/contract-rules/temporal";
import type { useFormat } from "../../ui/use-format.ts";

/** Roles as people call them, with what each may do. */
export const roles: readonly { value: Role; label: string; note: string }[] = [
  { value: "administrator", label: "Administrator", note: "users, stores, providers, and all else" },
  { value: "advisor", label: "Advisor", note: "finds, sells and changes contracts" },
  { value: "viewer", label: "Viewer", note: "reads only" },
];

export const roleWord = (role: Role): string => roles.find(({ value }) => value === role)?.label ?? role;

/** "All stores", or their names; a store that the reader does not know is counted. */
export function storesWords(
  { allStores, storeIds }: Pick<User, "allStores" | "storeIds">,
  stores: readonly { storeId: string; name: string }[],
): string {
  if (allStores) return "All stores";
  const names = stores.filter(({ storeId }) => storeIds.includes(storeId)).map(({ name }) => name);
  const unknown = storeIds.length - names.length;
  return [...names, ...(unknown > 0 ? [`${unknown} more`] : [])].join(", ") || "None";
}

/** "31 hours left", "40 minutes left" of a link; null once it has ended. `now` is a point in time (RFC 3339). */
export function timeLeft(endsAt: string | null, now: string): string | null {
  if (endsAt === null) return null;
  const milliseconds = epochOf(endsAt) - epochOf(now);
  if (milliseconds <= 0) return null;
  const minutes = Math.max(1, Math.floor(milliseconds / 60_000));
  return minutes < 60 ? plural(minutes, "minute") : plural(Math.round(minutes / 60), "hour");
}

type Moment = { now: string; timeZone: string; format: Pick<ReturnType<typeof useFormat>, "date" | "time"> };

/**
 * When somebody was last here, as the register noted it: every five minutes at most.
 */
export function seenWords(lastSeenAt: string | null, { now, timeZone, format }: Moment): string {
  if (lastSeenAt === null) return "Never";
  const minutes = Math.floor((epochOf(now) - epochOf(lastSeenAt)) / 60_000);
  if (minutes < 1) return "Just now";
  if (minutes < 10) return `${minutes} ${minutes === 1 ? "minute" : "minutes"} ago`;
  const day = Temporal.PlainDate.from(todayIn(timeZone, lastSeenAt));
  const today = Temporal.PlainDate.from(todayIn(timeZone, now));
  if (day.equals(today)) return format.time(lastSeenAt, timeZone);
  if (day.equals(today.subtract({ days: 1 }))) return "Yesterday";
  return format.date(day.toString());
}

/** "15, 2 invited": how many there are, where all are known. */
export function countWords(users: readonly Pick<User, "state">[]): string {
  const of = (state: User["state"]) => users.filter((user) => user.state === state).length;
  const beside = [
    [of("INVITED"), "invited"],
    [of("DISABLED"), "disabled"],
  ] as const;
  return [
    `${users.length}`,
    ...beside.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])),
  ].join(", ");
}

const epochOf = (instant: string) => Temporal.Instant.from(instant).epochMilliseconds;
const plural = (count: number, word: string) => `${count} ${word}${count === 1 ? "" : "s"} left`;
