"use client";

import type { KeyboardEvent } from "react";
import { Keys } from "../keys.tsx";
import classes from "./conflict.module.css";
import type { ChoiceRow, Side } from "./conflict-row.ts";

type ChoiceCellsProps = {
  row: ChoiceRow;
  /** The one that has the focus when the dialog opens. */
  isFirst: boolean;
  onChoose: (side: Side) => void;
  onFocus: () => void;
};

const keyOf = { theirs: "1", mine: "2" } as const;

/** The two sides of a field. A side that the rules refuse is shown with the reason, and cannot be chosen. */
export function ChoiceCells({ row, isFirst, onChoose, onFocus }: ChoiceCellsProps) {
  const { key, label, chosen, refused } = row;
  const begins = refused.theirs === null ? "theirs" : "mine";
  return (["theirs", "mine"] as const).map((side) => {
    const words = row[side];
    const reason = refused[side];
    return (
      <td key={side}>
        <label
          className={classes.choice}
          data-chosen={chosen === side || undefined}
          data-refused={reason !== null || undefined}
        >
          <input
            type="radio"
            name={key}
            checked={chosen === side}
            disabled={reason !== null}
            aria-label={`${label}: ${side === "theirs" ? "theirs" : "yours"}, ${words.text}`}
            data-autofocus={(isFirst && side === begins) || undefined}
            onChange={() => onChoose(side)}
            onFocus={onFocus}
            onKeyDown={moveBetweenFields}
          />
          <span className={classes.choiceWords}>
            <span className={classes.choiceText}>{words.text}</span>
            {words.note && <span className={classes.note}>{words.note}</span>}
            {reason !== null && <span className={classes.reason}>{reason}</span>}
          </span>
          {reason === null && <Keys keys={keyOf[side]} />}
        </label>
      </td>
    );
  });
}

/** ↑ and ↓ go to the field above and below; ← and → choose between the sides, as radio buttons do. */
function moveBetweenFields(event: KeyboardEvent<HTMLInputElement>): void {
  if (event.key !== "ArrowUp" && event.key !== "ArrowDown") return;
  event.preventDefault();
  const row = event.currentTarget.closest("tr");
  const other = event.key === "ArrowUp" ? row?.previousElementSibling : row?.nextElementSibling;
  const inputs = [...(other?.querySelectorAll<HTMLInputElement>("input[type=radio]:not(:disabled)") ?? [])];
  (inputs.find((input) => input.checked) ?? inputs[0])?.focus();
}
