"use client";

import { useWatch } from "react-hook-form";
import { textFromMinor } from "../../../ui/fields/typed-number.ts";
import { unitWord } from "../../../ui/format.ts";
import { useLocale } from "../../../ui/locale-context.tsx";
import { Notice } from "../../../ui/notice.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { unitOf } from "./form-input.ts";
import { movedAmount, type TypedIn } from "./form-values.ts";

/** The name of the store that is chosen in the form. */
function useChosenStore(): string | null {
  const { form } = useContractFormState();
  const storeId = useWatch({ control: form.control, name: "storeId" });
  return useDesk().stores.find((store) => store.storeId === storeId)?.name ?? null;
}

type TypedInNoticeProps = { amount: number | null; currency: string; typedIn: TypedIn | null | undefined };

/** That an amount became one of another currency when the store was chosen, until it is touched. */
export function TypedInNotice({ amount, currency, typedIn }: TypedInNoticeProps) {
  const locale = useLocale();
  const store = useChosenStore();
  if (!typedIn || typedIn.currency === currency) return null;
  if (movedAmount(typedIn, currency) !== amount || amount === null) return null;
  const figure = textFromMinor(amount, currency, locale);
  const whose = store === null ? "" : `, ${store}’s currency`;
  return (
    <Notice tone="amber" live title={`${figure} is now in ${currency}${whose}.`}>
      It was typed in {typedIn.currency}; nothing was converted. Check the amount.
    </Notice>
  );
}

/** That distances stay in the unit they were agreed in, where the store of a draft has another. */
export function AgreedUnitNotice() {
  const { form, around } = useContractFormState();
  const store = useChosenStore();
  const distance = useWatch({ control: form.control, name: "distance" });
  const unit = unitOf({ distance }, around);
  if (store === null || unit === around.unit) return null;
  return (
    <Notice
      tone="amber"
      live
      title={`These distances are in ${unitWord(unit)}; ${store} has ${unitWord(around.unit)}.`}
    >
      They stay as they were agreed; nothing was converted.
    </Notice>
  );
}
