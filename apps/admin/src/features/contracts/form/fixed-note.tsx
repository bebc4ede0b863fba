import classes from "./form.module.css";

/** Why a whole section is read-only, once for all of its fields. */
export const FixedNote = ({ reason }: { reason: string | undefined }) =>
  reason === undefined ? null : <p className={classes.fixedNote}>{reason}</p>;
