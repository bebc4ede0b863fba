"use client";

import { IconAlertTriangle, IconBan, IconCheck } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import { Initials } from "../person.tsx";
import { useShortcut } from "../shortcuts/use-shortcut.ts";
import { ChoiceCells } from "./choice-cells.tsx";
import classes from "./conflict.module.css";
import type { ConflictRow, ConflictRows, Side, ValueWords } from "./conflict-row.ts";

type ConflictTableProps = {
  /** The version that both began from. */
  from: number;
  rows: ConflictRows;
  /** Whose version is kept now, and what stands above it. */
  they: { name: string; head: string };
  me: string;
  onChoose: (key: string, side: Side) => void;
};

/** What clashes first, then what the rules refuse, then what was joined. 1 and 2 choose in the row that has the focus. */
export function ConflictTable({ from, rows, they, me, onChoose }: ConflictTableProps) {
  const { choices, joined, refused } = rows;
  const [focused, setFocused] = useState<string | null>(null);
  const current =
    choices.find(({ key }) => key === focused) ?? choices.find(({ chosen }) => chosen === null) ?? choices[0];
  const chooseHere = (side: Side) => {
    if (current && current.refused[side] === null) onChoose(current.key, side);
  };
  const when = choices.length > 0;
  useShortcut("1", "Take theirs", () => chooseHere("theirs"), { group: "Conflict", when });
  useShortcut("2", "Take mine", () => chooseHere("mine"), { group: "Conflict", when });
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Was, version {from}</th>
          <th scope="col">
            <Head name={they.name} plain>
              {they.head}
            </Head>
          </th>
          <th scope="col">
            <Head name={me}>You</Head>
          </th>
        </tr>
      </thead>
      {choices.length > 0 && (
        <tbody>
          <Band tone="amber" icon={<IconAlertTriangle size={16} aria-hidden />}>
            {choices.length === 1 ? "1 field to choose" : `${choices.length} fields to choose`}
          </Band>
          {choices.map((row) => (
            <tr key={row.key} data-open={row.chosen === null || undefined}>
              <Was row={row} />
              <ChoiceCells
                row={row}
                isFirst={row === choices[0]}
                onChoose={(side) => onChoose(row.key, side)}
                onFocus={() => setFocused(row.key)}
              />
            </tr>
          ))}
        </tbody>
      )}
      {refused.length > 0 && (
        <tbody>
          <Band
            tone="red"
            icon={<IconBan size={16} aria-hidden />}
            note="the rules refuse them now; they are left out"
          >
            {refused.length === 1
              ? "1 change of yours not possible"
              : `${refused.length} changes of yours not possible`}
          </Band>
          {refused.map((row) => (
            <tr key={row.key}>
              <Was row={row} />
              <td className={classes.unchanged}>not changed</td>
              <td>
                <s>{row.mine.text}</s>
                <div className={classes.reason}>{row.reason}</div>
              </td>
            </tr>
          ))}
        </tbody>
      )}
      {joined.length > 0 && (
        <tbody>
          <Band
            tone="green"
            icon={<IconCheck size={16} aria-hidden />}
            note="only one of you changed these, or both made the same change"
          >
            {joined.length === 1 ? "1 field joined" : `${joined.length} fields joined`}
          </Band>
          {joined.map((row) => (
            <tr key={row.key}>
              <Was row={row} />
              <Taken words={row.by === "mine" ? null : row.theirs} />
              <Taken words={row.by === "theirs" ? null : row.mine} />
            </tr>
          ))}
        </tbody>
      )}
    </table>
  );
}

const Head = ({ name, plain = false, children }: { name: string; plain?: boolean; children: ReactNode }) => (
  <span className={classes.head}>
    <Initials name={name} plain={plain} />
    {children}
  </span>
);

type BandProps = { tone: "amber" | "red" | "green"; icon: ReactNode; note?: string; children: ReactNode };

const Band = ({ tone, icon, note, children }: BandProps) => (
  <tr>
    <th scope="rowgroup" colSpan={4} data-tone={tone} className={classes.bandHead}>
      <span className={classes.bandIcon}>{icon}</span>
      {children} {note && <span className={classes.bandNote}>{note}</span>}
    </th>
  </tr>
);

const Was = ({ row: { label, was } }: { row: ConflictRow }) => (
  <>
    <th scope="row">{label}</th>
    <td className={classes.was}>
      <Words words={was} />
    </td>
  </>
);

const Words = ({ words: { text, note } }: { words: ValueWords }) => (
  <>
    {text}
    {note && <div className={classes.note}>{note}</div>}
  </>
);

const Taken = ({ words }: { words: ValueWords | null }) =>
  words === null ? (
    <td className={classes.unchanged}>not changed</td>
  ) : (
    <td>
      <span className={classes.taken}>
        <IconCheck size={16} aria-label="taken" role="img" />
        <span>
          <Words words={words} />
        </span>
      </span>
    </td>
  );
