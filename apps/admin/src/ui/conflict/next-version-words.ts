import type { Side } from "./conflict-row.ts";

type Counted = {
  choices: readonly { chosen: Side | null }[];
  joined: readonly { by: Side | "both" }[];
};

/** "Version 11: 3 changes of yours, 1 of theirs, 1 you both made." */
export function nextVersionWords(version: number, { choices, joined }: Counted): string {
  const count = (by: string) => joined.filter((row) => row.by === by).length;
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
