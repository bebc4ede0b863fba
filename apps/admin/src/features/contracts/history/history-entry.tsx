"use client";

import { VisuallyHidden } from "@mantine/core";
import { IconApi, IconArrowRight, IconRobot, IconUser } from "@tabler/icons-react";
import type { Revision } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useFormat } from "../../../ui/use-format.ts";
import { actionWord, type ChangeLine, changeLines } from "./change-lines.ts";
import classes from "./history.module.css";
import type { Names } from "./value-words.ts";

const doors = {
  USER: { icon: IconUser, word: "Admin app" },
  API_CLIENT: { icon: IconApi, word: "Typed call" },
  JOB: { icon: IconRobot, word: "Job" },
} as const;

/** Lines shown before one asks for all. */
const few = 6;

type HistoryEntryProps = {
  entry: Revision;
  names: Names;
  /** Of the contract's store. */
  timeZone: string;
  /** `first`: the chain does not hold from here on; `after`: neither for what follows. */
  broken: "first" | "after" | null;
};

/** Who did what, through which door, for whom, when, and what it was before. */
export function HistoryEntry({ entry, names, timeZone, broken }: HistoryEntryProps) {
  const format = useFormat();
  const { actor, changes } = entry;
  const { icon: Icon, word } = doors[actor.kind];
  return (
    <li id={`entry-${entry.revision}`} className={classes.entry} data-broken={broken ?? undefined}>
      <span className={classes.who} aria-hidden>
        <Icon size={14} stroke={1.75} />
      </span>
      <h3 className={classes.head}>
        <span className={classes.action}>{actionWord(entry.action, changes)}</span> by {actor.name}{" "}
        <span className={classes.door}>
          {word}
          {actor.onBehalfOf && `, for ${actor.onBehalfOf.name}`}
        </span>
      </h3>
      <div className={classes.when}>
        <time dateTime={entry.at}>{format.dateTime(entry.at, timeZone)}</time>
        <div>version {entry.version}</div>
      </div>
      <div className={classes.body}>
        {broken && (
          <p className={classes.broken}>
            {broken === "first"
              ? "This entry is not as it was written, or one before it is missing."
              : "It follows an entry that is not as it was written."}
          </p>
        )}
        {entry.reason && <p className={classes.reason}>Reason: {entry.reason}</p>}
        <Lines lines={changeLines(changes, format, names)} />
      </div>
    </li>
  );
}

function Lines({ lines }: { lines: readonly ChangeLine[] }) {
  const [isWhole, setWhole] = useState(lines.length <= few + 1);
  const shown = isWhole ? lines : lines.slice(0, few);
  return (
    <>
      <dl className={classes.lines}>
        {shown.map((line, place) => (
          // an entry never changes, and two of its lines may read alike
          <Line key={place} line={line} />
        ))}
      </dl>
      {!isWhole && (
        <button type="button" className={classes.text} onClick={() => setWhole(true)}>
          Show {lines.length - few} more lines
        </button>
      )}
    </>
  );
}

const Line = ({ line: { label, before, after } }: { line: ChangeLine }) => (
  <div className={classes.line}>
    <dt>{label}</dt>
    <dd>
      <span className={classes.before} data-gone={before !== null || undefined}>
        {before ?? "none"}
      </span>
      <IconArrowRight size={12} className={classes.arrow} aria-hidden />
      <VisuallyHidden> becomes </VisuallyHidden>
      <span className={classes.after}>{after ?? "removed"}</span>
    </dd>
  </div>
);
