"use client";

import { useQuery } from "@tanstack/react-query";
import type { ContractRead, RefundRuleSet, RefundTrial } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { type Control, useForm, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Card } from "../../../ui/card.tsx";
import { DateField } from "../../../ui/fields/date-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { LookupField } from "../../../ui/fields/lookup-field.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { unitWord } from "../../../ui/format.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { contractName } from "../../contracts/contract-name.ts";
import { contractById } from "../../contracts/queries.ts";
import { asksForHours, asksForOdometer, odometerUnit } from "../../refunds/cancel-values.ts";
import { cancellerOptions } from "../../refunds/words.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { vehicleName } from "../../vehicles/vehicle-name.ts";
import { isReadable, type RuleSetValues, rulesOf } from "../form/rule-set-values.ts";
import classes from "../rule-sets.module.css";
import { changedWords, compare } from "./compare.ts";
import { useTrial } from "./use-trial.ts";

type TryValues = {
  contractId: string | null;
  cancelDate: string | null;
  odometer: number | string | null;
  hours: number | string | null;
  cancelledBy: "CUSTOMER" | "DEALER" | "PROVIDER";
};

type TryPanelProps = {
  control: Control<RuleSetValues>;
  /** What the draft is shown beside; null where there is nothing before it. */
  newest: RefundRuleSet | null;
};

const nameOf = (contract: ContractRead) => `${contractName(contract)}, ${vehicleName(contract.vehicle)}`;

/** What the draft would give back for a contract, beside the version that is kept: it follows what is typed. */
export function TryPanel({ control, newest }: TryPanelProps) {
  const { today, unit: ofStore } = useDesk();
  const trpc = useTRPC();
  const [search, setSearch] = useState("");
  const form = useForm<TryValues>({
    defaultValues: {
      contractId: null,
      cancelDate: today,
      odometer: null,
      hours: null,
      cancelledBy: "CUSTOMER",
    },
  });
  const typed = useWatch({ control: form.control }) as TryValues; // the form has defaults for all
  const draft = useWatch({ control }) as RuleSetValues; // as above
  const found = useQuery(
    trpc.contracts.list.queryOptions({
      search: search || null,
      filter: { status: ["PENDING", "ACTIVE"] },
      limit: 10,
    }),
  );
  const contract = useQuery({
    ...contractById(trpc, typed.contractId ?? ""),
    enabled: typed.contractId !== null,
  }).data;
  const unit = contract ? odometerUnit(contract, ofStore) : ofStore;
  const old = useTrial(contract ?? null, typed, unit, newest?.rules ?? null);
  const now = useTrial(contract ?? null, typed, unit, isReadable(draft) ? rulesOf(draft) : null);
  return (
    <div className={classes.beside}>
      <Card title="Try it" note="follows what you type" flush>
        <div className={classes.fields}>
          <LookupField
            control={form.control}
            name="contractId"
            label="Contract"
            placeholder="Number, plate or name"
            options={(found.data?.items ?? []).map((item) => ({
              value: item.contractId,
              label: nameOf(item),
            }))}
            onSearch={setSearch}
            isSearching={found.isFetching}
            chosenLabel={contract ? nameOf(contract) : null}
            nothingFound="No contract of this number, plate or name."
          />
          <FieldGrid columns={3}>
            <DateField control={form.control} name="cancelDate" label="Cancelled on" today={today} />
            {contract && asksForOdometer(contract) && (
              <WholeField control={form.control} name="odometer" label="Odometer" unit={unitWord(unit)} />
            )}
            {contract && asksForHours(contract) && (
              <WholeField control={form.control} name="hours" label="Engine hours" unit="h" />
            )}
            <SelectField control={form.control} name="cancelledBy" label="By" options={cancellerOptions} />
          </FieldGrid>
        </div>
        {contract ? (
          <Compared old={old} now={now} version={newest?.version ?? null} />
        ) : (
          <p className={classes.fields}>
            <span className={classes.quiet}>
              Choose a contract: each step is shown for it, nothing is kept.
            </span>
          </p>
        )}
      </Card>
    </div>
  );
}

type Side = { trial: RefundTrial | null; why: string | null; isOld: boolean };

function Compared({ old, now, version }: { old: Side; now: Side; version: number | null }) {
  const format = useFormat();
  const steps = compare(old.trial, now.trial, format);
  const refund = (side: Side) => (side.trial ? format.money(side.trial.refund) : "\u2013");
  const why = [...new Set([old.why, now.why].filter((text) => text !== null))];
  return (
    <>
      <table
        className={classes.tried}
        aria-label="Steps, before and in the draft"
        data-old={now.isOld || undefined}
      >
        <thead>
          <tr>
            <th scope="col">Step</th>
            {version !== null && (
              <th scope="col" data-align="end">
                Version {version}
              </th>
            )}
            <th scope="col" data-align="end">
              Draft
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.map(({ code, title, old: before, now: after, isChanged }) => (
            <tr key={code} data-changed={isChanged || undefined}>
              <th scope="row">{title}</th>
              {version !== null && <td className={classes.old}>{before ?? "\u2013"}</td>}
              <td className={classes.now}>{after ?? "\u2013"}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">Refund</th>
            {version !== null && <td className={classes.old}>{refund(old)}</td>}
            <td className={classes.now}>{refund(now)}</td>
          </tr>
        </tfoot>
      </table>
      <div className={classes.fields} aria-live="polite">
        {why.map((text) => (
          <span key={text} className={classes.quiet}>
            {text}
          </span>
        ))}
        {version !== null && why.length === 0 && <span className={classes.hint}>{changedWords(steps)}</span>}
      </div>
    </>
  );
}
