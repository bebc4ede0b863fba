import type { ReactNode } from "react";
import classes from "./show.module.css";

/** First letters of the first and the last word: "Priya Tandel" is PT. */
function initialsOf(name: string): string {
  // whatever else a name is written with says nothing in short
  const words = name
    .split(/\s+/)
    .map((word) => word.replace(/[^\p{L}\p{M}]/gu, ""))
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toUpperCase();
}

export const Initials = ({ name, plain = false }: { name: string; plain?: boolean }) => (
  <span className={classes.initials} data-plain={plain || undefined} aria-hidden>
    {initialsOf(name)}
  </span>
);

type PersonProps = { name: string; top?: ReactNode; below?: ReactNode; plain?: boolean };

/** Somebody: initials, name and a line below. */
export function Person({ name, top = name, below, plain = false }: PersonProps) {
  return (
    <span className={classes.person}>
      <Initials name={name} plain={plain} />
      <span className={classes.lines}>
        <span className={classes.top}>{top}</span>
        {below && <span className={classes.below}>{below}</span>}
      </span>
    </span>
  );
}
