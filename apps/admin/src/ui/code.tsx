import { CopyButton } from "./copy-button.tsx";
import classes from "./show.module.css";

/** A number or code that is read character by character. `copy` names it for the copy button. */
export function Code({ children, copy }: { children: string; copy?: string }) {
  return (
    <span>
      <span className={classes.code}>{children}</span>
      {copy && <CopyButton text={children} what={copy} />}
    </span>
  );
}
