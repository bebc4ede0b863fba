"use client";

import type { Contract } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { SwitchField } from "../../../ui/fields/switch-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useMay } from "../../session/use-may.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { isFinal } from "./fixed.ts";
import classes from "./form.module.css";

/** What the state of the contract still lets change, and the administrator's way to put sold terms right. */
export function CorrectionNotice({ base }: { base: Contract }) {
  const { form } = useContractFormState();
  const { administer } = useMay();
  const isOn = useWatch({ control: form.control, name: "correction.on" });
  const status = base.effectiveStatus;
  if (status === "DRAFT") return null;
  if (isFinal(status))
    return (
      <Notice tone="grey" title={`The contract is ${status.toLowerCase()}.`}>
        It takes no change but notes.
      </Notice>
    );
  if (status === "PENDING")
    return (
      <Notice tone="grey" title="The contract is sold.">
        Vehicle, store and currency are fixed; the terms may change until it is active.
      </Notice>
    );
  return (
    <div className={classes.correction}>
      <Notice
        tone={isOn ? "amber" : "grey"}
        live
        title={isOn ? "You are correcting sold terms." : "The sold terms are fixed."}
      >
        {isOn
          ? "What was agreed changes afterwards. The history keeps the reason and your name, and everybody can read it."
          : `The contract is ${status.toLowerCase()}: number, description, notes and people other than the holder may change.${
              administer ? "" : " An administrator can correct what was entered wrongly, with a reason."
            }`}
      </Notice>
      {administer && (
        <SwitchField
          control={form.control}
          name="correction.on"
          label="Correct sold terms"
          help="Only for what was entered wrongly. An extension moves the end, a transfer changes the holder."
        />
      )}
      {administer && isOn && (
        <TextField
          control={form.control}
          name="correction.reason"
          label="Reason of the correction"
          placeholder="What was wrong, and how it was found"
          required
        />
      )}
    </div>
  );
}
