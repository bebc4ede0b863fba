import { CopyButton } from "./copy-button.tsx";
import { Mark } from "./mark.tsx";
import classes from "./show.module.css";

type VinProps = { vin: string; copy?: boolean; mark?: string | null };

/** A vehicle identification number: the last six, by which it is asked for, are bold. */
export function Vin({ vin, copy = false, mark }: VinProps) {
  const head = vin.slice(0, -6);
  const tail = vin.slice(-6);
  return (
    <span>
      <span className={classes.code} data-vin={vin}>
        {mark ? (
          <Mark text={vin} sought={mark} />
        ) : (
          <>
            {head}
            <b>{tail}</b>
          </>
        )}
      </span>
      {copy && <CopyButton text={vin} what="VIN" />}
    </span>
  );
}
