"use client";

import { Button } from "@mantine/core";
import { useFormState } from "react-hook-form";
import { Facts } from "../../../ui/facts.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { FormDock } from "../../../ui/form-page/form-dock.tsx";
import { FormPanel, NotYet, PanelPart } from "../../../ui/form-page/form-panel.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import type { Making } from "./check-form.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { labels } from "./labels.ts";
import { type Review, useReview } from "./use-review.ts";

type ReviewProps = { make: (status: Making) => void; pending: Making | null };

const notYet = <NotYet />;

/** The button says what it does: "Sell for £749.00". */
function useEffectWords(review: Review): string {
  const format = useFormat();
  const { price } = review;
  return price
    ? `Sell for ${format.money({ amountMinor: price.grossMinor, currency: price.currency })}`
    : "Sell";
}

/** What is about to be sold, what is still wrong with it, and the buttons. Stays in sight beside the form. */
export function ReviewPanel({ make, pending }: ReviewProps) {
  const { form } = useContractFormState();
  const review = useReview();
  const format = useFormat();
  const sell = useEffectWords(review);
  useFormState({ control: form.control, name: [] });
  const { price } = review;
  const money = (amountMinor: number, currency: string) => format.money({ amountMinor, currency });
  return (
    <FormPanel title="Review">
      <PanelPart tight>
        <div className={classes.strong}>{review.type ?? "Type not chosen yet"}</div>
        <div className={classes.quiet}>{review.vehicle ?? "Vehicle not chosen yet"}</div>
        <dl className={classes.until}>
          <div>
            <dt>Valid until</dt>
            <dd>{review.validUntil ?? notYet}</dd>
          </div>
          <div>
            <dt>or</dt>
            <dd>{review.orAt ?? notYet}</dd>
          </div>
        </dl>
      </PanelPart>
      <PanelPart>
        <Facts
          items={[
            { label: "Holder", value: review.holder ?? notYet },
            { label: "Provider", value: review.provider ?? notYet },
            { label: "Store", value: review.store ?? notYet },
          ]}
        />
      </PanelPart>
      <PanelPart>
        {price ? (
          <dl className={classes.sums}>
            <div>
              <dt>Net</dt>
              <dd>{money(price.netMinor, price.currency)}</dd>
            </div>
            <div>
              <dt>VAT {format.percent(price.taxRate)}</dt>
              <dd>{money(price.taxMinor, price.currency)}</dd>
            </div>
            <div className={classes.total}>
              <dt>Total</dt>
              <dd>{money(price.grossMinor, price.currency)}</dd>
            </div>
          </dl>
        ) : (
          <NotYet>No price yet</NotYet>
        )}
      </PanelPart>
      <PanelPart>
        <ErrorSummary form={form} labels={labels} />
        <Button fullWidth loading={pending === "PENDING"} onClick={() => make("PENDING")}>
          {sell}&ensp;
          <Keys keys="mod+Enter" bare />
        </Button>
        <Button fullWidth variant="default" loading={pending === "DRAFT"} onClick={() => make("DRAFT")}>
          Save as draft
        </Button>
        {review.isByPlan ? (
          <p className={classes.hint}>The agreement can be printed from the contract’s page.</p>
        ) : (
          <>
            <Button fullWidth variant="subtle" loading={pending === "ACTIVE"} onClick={() => make("ACTIVE")}>
              Take over as active
            </Button>
            <p className={classes.hint}>For a contract that runs already, sold elsewhere.</p>
          </>
        )}
      </PanelPart>
    </FormPanel>
  );
}

/** The same on a tablet: one line docked below, the first fault linking to its field. */
export function ReviewDock({ make, pending }: ReviewProps) {
  const { form } = useContractFormState();
  const review = useReview();
  const sell = useEffectWords(review);
  const ends = [review.validUntil, review.orAt].filter(Boolean).join(" or ");
  return (
    <FormDock
      form={form}
      labels={labels}
      text={
        <>
          <span className={classes.strong}>{review.type ?? "New contract"}</span>
          {ends && <span className={classes.quiet}> to {ends}</span>}
        </>
      }
    >
      {!review.isByPlan && (
        <Button variant="subtle" loading={pending === "ACTIVE"} onClick={() => make("ACTIVE")}>
          Take over
        </Button>
      )}
      <Button variant="default" loading={pending === "DRAFT"} onClick={() => make("DRAFT")}>
        Draft
      </Button>
      <Button loading={pending === "PENDING"} onClick={() => make("PENDING")}>
        {sell}
      </Button>
    </FormDock>
  );
}
