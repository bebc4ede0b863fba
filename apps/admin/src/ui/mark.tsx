import classes from "./show.module.css";

/** The text with the part sought marked in it; case does not matter. */
export function Mark({ text, sought }: { text: string; sought: string | null | undefined }) {
  const at = sought ? text.toLowerCase().indexOf(sought.toLowerCase()) : -1;
  if (!sought || at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className={classes.mark}>{text.slice(at, at + sought.length)}</mark>
      {text.slice(at + sought.length)}
    </>
  );
}
