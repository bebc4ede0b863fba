"use client";

import { useQuery } from "@tanstack/react-query";
import { contractTypes } from "@vehicle-contracts/contract-model";
import { useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { FieldGrid, FormSection } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { TextField } from "../../../ui/fields/text-field.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import { providerChoices } from "../queries.ts";
import { typeWord } from "../words.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import { useFollowStore } from "./use-follow-store.ts";
import { useSectionState } from "./use-section-state.ts";

/** What it is, who carries the risk, and under which number. */
export function ContractSection() {
  const { form, fixed } = useContractFormState();
  const { stores } = useDesk();
  const { control } = form;
  const providers = useQuery(providerChoices(useTRPC())).data?.items ?? [];
  const [storeId, type, providerId] = useWatch({ control, name: ["storeId", "type", "providerId"] });
  const state = useSectionState(
    ["storeId", "type", "providerId", "contractNumber", "plan", "description"],
    storeId !== null && type !== null && providerId !== null,
  );
  const follow = useFollowStore();
  return (
    <FormSection title="Contract" state={state}>
      <FieldGrid columns={3}>
        <SelectField
          control={control}
          name="type"
          label="Type"
          options={contractTypes.map((value) => ({ value, label: typeWord(value) }))}
          placeholder="Choose"
          readOnlyReason={fixed("type")}
        />
        <SelectField
          control={control}
          name="providerId"
          label="Provider"
          options={providers.map(({ providerId: value, name }) => ({ value, label: name }))}
          placeholder="Who carries the risk"
          searchable
          clearable
          readOnlyReason={fixed("providerId")}
        />
        <SelectField
          control={control}
          name="storeId"
          label="Store"
          onChosen={follow}
          options={stores.map((store) => ({ value: store.storeId, label: store.name }))}
          placeholder="Choose"
          readOnlyReason={fixed("storeId")}
        />
        <TextField
          control={control}
          name="contractNumber"
          label="Contract number"
          placeholder="The provider’s own"
          mono
          emptyAsNull
          readOnlyReason={fixed("contractNumber")}
        />
        <TextField
          control={control}
          name="plan.code"
          label="Plan code"
          placeholder="None"
          mono
          emptyAsNull
          readOnlyReason={fixed("plan")}
        />
        <WholeField
          control={control}
          name="plan.version"
          label="Plan version"
          readOnlyReason={fixed("plan") && ""}
        />
      </FieldGrid>
      <TextField
        control={control}
        name="description"
        label="Description"
        placeholder="What it is called on the invoice"
        emptyAsNull
        readOnlyReason={fixed("description")}
      />
    </FormSection>
  );
}
