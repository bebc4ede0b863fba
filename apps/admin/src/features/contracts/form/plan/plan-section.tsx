"use client";

import { Button, RadioCard, RadioGroup, RadioIndicator } from "@mantine/core";
import type { PlanOffer } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { FormSection } from "../../../../ui/fields/form-section.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { SkeletonLines } from "../../../../ui/states/skeleton.tsx";
import { useFormat } from "../../../../ui/use-format.ts";
import { useDesk } from "../../../session/desk-context.tsx";
import { useContractFormState } from "../contract-form-context.tsx";
import formClasses from "../form.module.css";
import { useFollowStore } from "../use-follow-store.ts";
import { takeOffer, writeByHand } from "./chosen-plan.ts";
import { offerLine } from "./offer-words.ts";
import classes from "./plan.module.css";
import { type Offers, useOffers } from "./use-offers.ts";

const keyOf = ({ plan }: PlanOffer) => `${plan.code}\n${plan.version}`;

/** What may be sold for this vehicle, and why the rest may not. Without a plan the terms are written by hand. */
export function PlanSection() {
  const { form } = useContractFormState();
  const { errors } = useFormState({ control: form.control });
  const byPlan = useWatch({ control: form.control, name: "byPlan" });
  const offers = useOffers();
  const fault = byPlan ? errors.plan?.code?.message : undefined;
  const all = offers.suited.length + offers.unsuited.length;
  const isFaulty = fault !== undefined || (byPlan !== null && offers.chosen?.eligible === false);
  return (
    <FormSection
      title="Plan"
      note={
        all > 0 && `${offers.suited.length} of ${all} ${all === 1 ? "plan suits" : "plans suit"} this vehicle`
      }
      state={isFaulty ? "faulty" : byPlan === null ? "open" : "done"}
    >
      <PlanChoice offers={offers} />
      {fault && (
        <Notice tone="red" title="This plan cannot be sold as it stands.">
          {fault}
        </Notice>
      )}
    </FormSection>
  );
}

/** So many fit beside each other; of more, the one of the contract is chosen below. */
const fewStores = 8;

/** Prices, distances and plans go by the store. */
function SellingStore() {
  const { form } = useContractFormState();
  const { stores } = useDesk();
  const follow = useFollowStore();
  if (stores.length > fewStores)
    return (
      <p className={formClasses.hint}>Plans are shown once the store is chosen, under Contract below.</p>
    );
  return (
    <fieldset className={classes.stores}>
      <legend className={formClasses.hint}>Plans and prices go by the store. Which one sells it?</legend>
      {stores.map(({ storeId, name }) => (
        <Button
          key={storeId}
          variant="default"
          size="xs"
          onClick={() => {
            form.setValue("storeId", storeId, { shouldDirty: true });
            follow(storeId);
          }}
        >
          {name}
        </Button>
      ))}
    </fieldset>
  );
}

function PlanChoice({ offers }: { offers: Offers }) {
  const { form } = useContractFormState();
  const byPlan = useWatch({ control: form.control, name: "byPlan" });
  if (offers.asks === "vehicle")
    return <p className={formClasses.hint}>Plans are shown once the vehicle is chosen.</p>;
  if (offers.asks === "store") return <SellingStore />;
  if (offers.isLoading) return <SkeletonLines lines={3} />;
  if (offers.error)
    return (
      <Notice tone="amber" title="The plans could not be read.">
        Write the terms by hand below, or{" "}
        <Button
          variant="transparent"
          size="compact-sm"
          className={formClasses.linkButton}
          onClick={offers.retry}
        >
          try again
        </Button>
        .
      </Notice>
    );
  if (offers.suited.length + offers.unsuited.length + offers.ofOtherMakes.length === 0)
    return (
      <p className={formClasses.hint}>
        The catalogue has no plan yet. An administrator can make one under Plans; until then the terms are
        written by hand.
      </p>
    );
  return (
    <>
      <PlanCards offers={offers} />
      {byPlan !== null && offers.chosen === undefined && (
        <Notice tone="amber" title={`${byPlan.name} is no longer offered.`}>
          Another version may have taken its place. Choose a plan again, or write the terms by hand.
        </Notice>
      )}
      {byPlan !== null && offers.chosen?.eligible === false && (
        <Notice tone="red" title={`${byPlan.name} is not for this vehicle on that day.`}>
          {offers.chosen.reasons.map(({ message }) => message).join("; ")}.
        </Notice>
      )}
      <Unsuited offers={offers} isByPlan={byPlan !== null} />
    </>
  );
}

function PlanCards({ offers }: { offers: Offers }) {
  const { form } = useContractFormState();
  const format = useFormat();
  const { suited, chosen } = offers;
  if (suited.length === 0) return <p className={formClasses.hint}>No plan suits this vehicle.</p>;
  return (
    <RadioGroup
      aria-label="Plan"
      value={chosen ? keyOf(chosen) : null}
      onChange={(key) => {
        const offer = suited.find((one) => keyOf(one) === key);
        if (offer) takeOffer(form, offer);
      }}
    >
      <div className={classes.cards}>
        {suited.map((offer, place) => (
          <RadioCard
            key={keyOf(offer)}
            value={keyOf(offer)}
            className={classes.card}
            aria-label={offer.plan.name}
            {...(place === 0 && { "data-begin": true })}
          >
            <RadioIndicator size="xs" className={classes.indicator} />
            <span className={classes.text}>
              <span className={classes.top}>
                <span className={classes.name}>
                  {offer.plan.name} <span className={classes.version}>v{offer.plan.version}</span>
                </span>
                <span className={classes.price}>
                  {offer.price
                    ? format.money({ amountMinor: offer.price.grossMinor, currency: offer.price.currency })
                    : "no price"}
                </span>
              </span>
              <span className={classes.line}>{offerLine(offer, format)}</span>
              <span className={classes.line}>{offer.provider.name}</span>
            </span>
          </RadioCard>
        ))}
      </div>
    </RadioGroup>
  );
}

/** They stay, each with its reason; of plans for other makes it is enough to know that there are some. */
function Unsuited({ offers, isByPlan }: { offers: Offers; isByPlan: boolean }) {
  const { form } = useContractFormState();
  const [showsMakes, setShowsMakes] = useState(false);
  const { unsuited, ofOtherMakes } = offers;
  const shown = showsMakes ? [...unsuited, ...ofOtherMakes] : unsuited;
  const hasRest = shown.length > 0 || ofOtherMakes.length > 0;
  if (!hasRest && !isByPlan) return null;
  return (
    <div>
      {hasRest && <h3 className={classes.notFor}>Not for this vehicle</h3>}
      <div className={classes.unsuited}>
        {shown.length > 0 && (
          <ul>
            {shown.map((offer) => (
              <li key={keyOf(offer)}>
                <span className={classes.unsuitedName}>{offer.plan.name}</span>
                <span>{offer.reasons.map(({ message }) => message).join("; ")}</span>
              </li>
            ))}
          </ul>
        )}
        <div className={classes.unsuitedFoot}>
          {ofOtherMakes.length > 0 && (
            <Button
              variant="transparent"
              size="compact-sm"
              className={formClasses.linkButton}
              onClick={() => setShowsMakes(!showsMakes)}
            >
              {showsMakes ? "Hide plans for other makes" : `${ofOtherMakes.length} for other makes`}
            </Button>
          )}
          {isByPlan && (
            <Button
              variant="transparent"
              size="compact-sm"
              className={formClasses.linkButton}
              onClick={() => writeByHand(form)}
            >
              Write terms by hand instead
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}
