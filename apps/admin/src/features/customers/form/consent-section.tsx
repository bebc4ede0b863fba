"use client";

import { consentChannels, type Party } from "@vehicle-contracts/contract-model";
import { type UseFormReturn, useFormState, useWatch } from "react-hook-form";
import { CheckboxField } from "../../../ui/fields/checkbox-field.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { SuggestField } from "../../../ui/fields/suggest-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { consentState } from "../consent-history.ts";
import { channelWords } from "../words.ts";
import type { CustomerForm } from "./form-values.ts";
import { labels } from "./labels.ts";

const usualSources = ["signed form at the desk", "by telephone", "by e-mail", "web form", "by letter"];
const never = { email: false, phone: false, text: false, post: false };

type ConsentSectionProps = {
  form: UseFormReturn<CustomerForm>;
  /** What the form began from; null for a new customer. */
  base: Party | null;
};

/** By which channels the customer may be contacted; what is changed here says how that was said. */
export function ConsentSection({ form: { control }, base }: ConsentSectionProps) {
  const format = useFormat();
  const { timeZone } = useDesk();
  const consent = useWatch({ control, name: "consent" });
  const { errors } = useFormState({ control });
  const before = base?.consent ?? never;
  const changed = consentChannels.filter((channel) => consent[channel] !== before[channel]);
  const isGiven = consentChannels.some((channel) => consent[channel]);
  const state = errors.consent || errors.consentSource ? "faulty" : isGiven ? "done" : "open";
  const help = (channel: (typeof consentChannels)[number]) => {
    if (changed.includes(channel)) return consent[channel] ? "Given now" : "Withdrawn now";
    const { word, detail } = consentState(
      before[channel],
      base?.consentRecord[channel] ?? null,
      format,
      timeZone,
    );
    return detail ? `${word} ${detail}` : word;
  };
  return (
    <FormSection title="May be contacted" note="for marketing" state={state}>
      <FieldGrid columns={2}>
        {consentChannels.map((channel) => (
          <CheckboxField
            key={channel}
            control={control}
            name={`consent.${channel}`}
            label={channelWords[channel]}
            help={help(channel)}
          />
        ))}
      </FieldGrid>
      {changed.length > 0 && (
        <SuggestField
          control={control}
          name="consentSource"
          label={labels.consentSource}
          help="Kept with each channel that changes, beside the day and your name."
          suggestions={usualSources}
        />
      )}
    </FormSection>
  );
}
