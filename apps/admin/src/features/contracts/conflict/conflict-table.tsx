"use client";

import { IconAlertTriangle, IconBan, IconCheck } from "@tabler/icons-react";
import type { ChangedSince } from "@vehicle-contracts/contract-model";
import { type ReactNode, useState } from "react";
import { Initials } from "../../../ui/person.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { ChoiceCells } from "./choice-cells.tsx";
import classes from "./conflict.module.css";
import type { ChangedPart, Side } from "./merge.ts";
import { partLabel, partWords, type ValueWords } from "./part-words.ts";
import type { Settlement, Versions } from "./settle.ts";
import { useKnownNames } from "./use-known-names.ts";
import { lastChange, whoWords } from "./who-changed.ts";

type ConflictTableProps = {
  versions: Versions;
  settled: Settlement;
  changedSince: readonly ChangedSince[];
  me: string;
  onChoose: (key: string, side: Side) => void;
};

/** What clashes first, then what the rules refuse, then what was joined. 1 and 2 choose in the row that has the focus. */
export function ConflictTable({ versions, settled, changedSince, me, onChoose }: ConflictTableProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const { base, theirs, mine } = versions;
  const names = useKnownNames([base, theirs, mine]);
  const { choices, joinedParts, refusedParts } = settled;
  const [focused, setFocused] = useState<string | null>(null);
  const current =
    choices.find(({ part }) => part.key === focused) ??
    choices.find(({ chosen }) => chosen === null) ??
    choices[0];
  const chooseHere = (side: Side) => {
    if (current && current.refused[side] === null) onChoose(current.part.key, side);
  };
  const when = choices.length > 0;
  useShortcut("1", "Take theirs", () => chooseHere("theirs"), { group: "Conflict", when });
  useShortcut("2", "Take mine", () => chooseHere("mine"), { group: "Conflict", when });

  const last = lastChange(changedSince);
  const words = (part: ChangedPart, version: "base" | "theirs" | "mine"): ValueWords =>
    partWords(part, part[version], versions[version], base, format, names);
  return (
    <table className={classes.table}>
      <thead>
        <tr>
          <th scope="col">Field</th>
          <th scope="col">Was, version {base.version}</th>
          <th scope="col">
            <Head name={last?.by.name ?? "Theirs"} plain>
              {whoWords(changedSince)}
              {last && `, ${format.time(last.at, timeZone)}`}
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
          {choices.map((choice) => (
            <tr key={choice.part.key} data-open={choice.chosen === null || undefined}>
              <th scope="row">{partLabel(choice.part)}</th>
              <td className={classes.was}>
                <Words words={words(choice.part, "base")} />
              </td>
              <ChoiceCells
                choice={choice}
                label={partLabel(choice.part)}
                theirs={words(choice.part, "theirs")}
                mine={words(choice.part, "mine")}
                isFirst={choice === choices[0]}
                onChoose={(side) => onChoose(choice.part.key, side)}
                onFocus={() => setFocused(choice.part.key)}
              />
            </tr>
          ))}
        </tbody>
      )}
      {refusedParts.length > 0 && (
        <tbody>
          <Band
            tone="red"
            icon={<IconBan size={16} aria-hidden />}
            note="the rules refuse them now; they are left out"
          >
            {refusedParts.length === 1
              ? "1 change of yours not possible"
              : `${refusedParts.length} changes of yours not possible`}
          </Band>
          {refusedParts.map(({ part, reason }) => (
            <tr key={part.key}>
              <th scope="row">{partLabel(part)}</th>
              <td className={classes.was}>
                <Words words={words(part, "base")} />
              </td>
              <td className={classes.unchanged}>not changed</td>
              <td>
                <s>{words(part, "mine").text}</s>
                <div className={classes.reason}>{reason}</div>
              </td>
            </tr>
          ))}
        </tbody>
      )}
      {joinedParts.length > 0 && (
        <tbody>
          <Band
            tone="green"
            icon={<IconCheck size={16} aria-hidden />}
            note="only one of you changed these, or both made the same change"
          >
            {joinedParts.length === 1 ? "1 field joined" : `${joinedParts.length} fields joined`}
          </Band>
          {joinedParts.map((part) => (
            <tr key={part.key}>
              <th scope="row">{partLabel(part)}</th>
              <td className={classes.was}>
                <Words words={words(part, "base")} />
              </td>
              <Taken words={part.by === "mine" ? null : words(part, "theirs")} />
              <Taken words={part.by === "theirs" ? null : words(part, "mine")} />
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
