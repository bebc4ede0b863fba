"use client";

import type { Party } from "@vehicle-contracts/contract-model";
import { CardRow } from "../../../ui/card.tsx";
import { CopyButton } from "../../../ui/copy-button.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { envelopeLines } from "../address-lines.ts";
import classes from "./detail.module.css";

/** Where the customer lives or works, as it stands on an envelope. */
export function Addresses({ addresses }: Pick<Party, "addresses">) {
  const { locale } = useFormat();
  if (addresses.length === 0)
    return (
      <CardRow>
        <span className={classes.muted}>None is known.</span>
      </CardRow>
    );
  return addresses.map((address) => {
    const text = envelopeLines(address, locale).join("\n");
    return (
      <CardRow key={text}>
        <div className={classes.addressRow}>
          <address className={classes.address}>{text}</address>
          <CopyButton text={text} what="address" />
        </div>
      </CardRow>
    );
  });
}
