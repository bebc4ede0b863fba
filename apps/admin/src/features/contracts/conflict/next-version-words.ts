import type { Settlement } from "./settle.ts";

/** "Version 11: 3 changes of yours, 1 of theirs, 1 you both made." */
export function nextVersionWords(version: number, { choices, joinedParts }: Settlement): string {
  const count = (by: string) => joinedParts.filter((part) => part.by === by).length;
  const mine = count("mine") + choices.filter(({ chosen }) => chosen === "mine").length;
  const theirs = count("theirs") + choices.filter(({ chosen }) => chosen === "theirs").length;
  const both = count("both");
  const open = choices.filter(({ chosen }) => chosen === null).length;
  const counts = [
    `${mine} ${mine === 1 ? "change" : "changes"} of yours`,
    `${theirs} of theirs`,
    ...(both > 0 ? [`${both} you both made`] : []),
    ...(open > 0 ? [`${open} to choose`] : []),
  ];
  return `Version ${version + 1}: ${counts.join(", ")}.`;
}
