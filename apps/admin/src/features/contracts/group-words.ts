import type { GroupName } from "./groups.ts";

/** What the groups of contracts are called. */
export const groupWords: Readonly<Record<GroupName, string>> = {
  inForce: "In force today",
  suspended: "Suspended",
  awaited: "Waiting for the provider",
  later: "Starts later",
  drafts: "Not sold yet",
  over: "No longer in force",
};
