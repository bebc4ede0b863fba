"use client";

import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";

export type OpenRow = {
  /** The row whose sheet is shown; null for none. */
  openId: string | null;
  /** Opens another row, or closes (null). Where something is typed, somebody is asked first. */
  open: (id: string | null) => void;
  /** Whether something is typed in the sheet, as its form tells by `setTyped`. */
  isTyped: boolean;
  setTyped: (isTyped: boolean) => void;
  /** What was typed is saved or thrown away: goes on without a question. */
  moveOn: (id: string | null) => void;
  /** For the question: whether it is asked, and its two answers. */
  isAsking: boolean;
  stay: () => void;
  leave: () => void;
};

/**
 * Which row's sheet stands beside a list. The address keeps it, so that a link and the back button work: they too only
 * wish for another row, and what is typed is kept until the question is answered.
 */
export function useOpenRow(param = "open"): OpenRow {
  const [wanted, setWanted] = useQueryState(param, parseAsString);
  const [shown, setShown] = useState(wanted);
  const [isTyped, setTyped] = useState(false);
  if (wanted !== shown && !isTyped) setShown(wanted);
  const isAsking = wanted !== shown && isTyped;

  const open = (id: string | null) =>
    // going from row to row is one step of the back button
    void setWanted(id, { history: (id === null) === (shown === null) ? "replace" : "push" });
  const moveOn = (id: string | null) => {
    setTyped(false);
    setShown(id);
    void setWanted(id, { history: "replace" });
  };
  return {
    openId: shown,
    open,
    isTyped,
    setTyped,
    moveOn,
    isAsking,
    stay: () => void setWanted(shown, { history: "replace" }),
    leave: () => moveOn(wanted),
  };
}
