"use client";

import type { ContractRead, RefundQuote } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { SuggestField } from "../../../ui/fields/suggest-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { Notice } from "../../../ui/notice.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { readingResolver } from "../../vehicles/reading-limits.ts";
import {
  asksForHours,
  asksForOdometer,
  beginning,
  type CancelValues,
  odometerUnit,
} from "../cancel-values.ts";
import { StepsTable } from "../quote/steps-table.tsx";
import { cancellerOptions, notAdvice, outdatedWords, usualReasons } from "../words.ts";
import classes from "./cancel.module.css";
import { RefundPanel } from "./refund-panel.tsx";
import { useQuote } from "./use-quote.ts";

const checkReadings = readingResolver<CancelValues>();

type CancelFormProps = { contract: ContractRead; last: RefundQuote | null; onClose: () => void };

/** What is asked and how the refund is worked out at the left; what it comes to, and the way on, at the right. */
export function CancelForm({ contract, last, onClose }: CancelFormProps) {
  const { unit: ofStore } = useDesk();
  const unit = odometerUnit(contract, ofStore);
  const [kept] = useState(last);
  const form = useForm<CancelValues>({
    resolver: checkReadings,
    mode: "onChange",
    defaultValues: beginning(contract, kept, unit),
  });
  const quoting = useQuote(contract, form, unit, kept);
  return (
    <div className={classes.columns}>
      <div className={classes.form}>
        <Fields contract={contract} unit={unit} control={form.control} />
        {kept?.state === "OUTDATED" && <Outdated quote={kept} />}
        <div className={classes.stepsHead}>
          <h3>How the refund is worked out</h3>
          {quoting.shown && <RuleSetName {...quoting.shown.inputs.ruleSet} />}
        </div>
        {quoting.shown ? (
          <StepsTable quote={quoting.shown} isOld={quoting.quote === null} />
        ) : (
          <p className={classes.hint}>
            {quoting.isMaking
              ? "It is being worked out."
              : "Fill in the fields above: each step is shown here, and nothing is cancelled by that."}
          </p>
        )}
        <p className={classes.hint}>{notAdvice}</p>
      </div>
      <RefundPanel contract={contract} quoting={quoting} onClose={onClose} />
    </div>
  );
}

const RuleSetName = ({ name, version, shipped }: RefundQuote["inputs"]["ruleSet"]) => (
  <span className={classes.hint}>
    Rule set {name}, version {version}
    {shipped && ", an example"}
  </span>
);

function Outdated({ quote }: { quote: RefundQuote }) {
  const format = useFormat();
  return (
    <Notice tone="amber" title={`The last quote, ${format.money(quote.refund)}, does not hold any more:`}>
      {outdatedWords(quote)}. What follows is a new one.
    </Notice>
  );
}

type FieldsProps = {
  contract: ContractRead;
  unit: "KM" | "MI";
  control: ReturnType<typeof useForm<CancelValues>>["control"];
};

function Fields({ contract, unit, control }: FieldsProps) {
  const format = useFormat();
  const { latestOdometer, latestHours } = contract.vehicle;
  return (
    <>
      <div className={classes.fields}>
        <DateField control={control} name="cancelDate" label="Cancelled on" today={contract.store.today} />
        {asksForOdometer(contract) && (
          <WholeField
            control={control}
            name="odometer"
            label="Odometer"
            unit={unitWord(unit)}
            help={
              latestOdometer &&
              `last ${format.distance(latestOdometer)} on ${format.dateShort(latestOdometer.date)}`
            }
          />
        )}
        {asksForHours(contract) && (
          <WholeField
            control={control}
            name="hours"
            label="Engine hours"
            unit="h"
            help={
              latestHours &&
              `last ${format.hours(latestHours.value)} on ${format.dateShort(latestHours.date)}`
            }
          />
        )}
        <SelectField control={control} name="cancelledBy" label="Who cancels" options={cancellerOptions} />
      </div>
      <SuggestField control={control} name="reason" label="Reason" suggestions={usualReasons} />
    </>
  );
}
