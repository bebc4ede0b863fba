export type Side = "theirs" | "mine";

/** What was chosen so far, by the keys of the rows. */
export type Chosen = ReadonlyMap<string, Side>;

/** A value in words, and a line below it. */
export type ValueWords = { text: string; note: string | null };

/** What somebody changed: what it was when both began, what is kept now, what was typed. */
export type ConflictRow = {
  key: string;
  label: string;
  was: ValueWords;
  theirs: ValueWords;
  mine: ValueWords;
};

/** Both changed it, each otherwise. `refused`: why a side cannot be taken, or null. */
export type ChoiceRow = ConflictRow & {
  chosen: Side | null;
  refused: Readonly<Record<Side, string | null>>;
};

/** How a conflict stands with what has been chosen so far. */
export type ConflictRows = {
  choices: readonly ChoiceRow[];
  /** Joined without a choice; `both` made the same change. */
  joined: readonly (ConflictRow & { by: Side | "both" })[];
  /** Mine, and the rules refuse them now. They are left out. */
  refused: readonly (ConflictRow & { reason: string })[];
};
