"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useFieldArray, useWatch } from "react-hook-form";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { MenuButton } from "../../../ui/floating/menu-button.tsx";
import { roleWord } from "../words.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";
import { roles } from "./form-values.ts";
import { PartyField } from "./party-field.tsx";
import { useSectionState } from "./use-section-state.ts";

/** Who holds it, pays for it, has a right in it, sold it. Each role has a place; a second one is added. */
export function PeopleSection() {
  const { form, fixed } = useContractFormState();
  const { control } = form;
  const { fields, append, remove } = useFieldArray({ control, name: "parties" });
  const parties = useWatch({ control, name: "parties" });
  const hasHolder = parties.some(({ role, partyId }) => role === "HOLDER" && partyId !== null);
  const state = useSectionState(["parties"], hasHolder);
  const holderReason = fixed("parties");
  const isFinal = fixed("contractNumber") !== undefined;
  const count = (role: string) => parties.filter((party) => party.role === role).length;
  return (
    <FormSection title="People" state={state}>
      <div className={classes.people}>
        {fields.map((line, index) => (
          <PartyField
            key={line.id}
            index={index}
            role={line.role}
            reason={line.role === "HOLDER" || isFinal ? holderReason : undefined}
            onRemove={count(line.role) > 1 ? () => remove(index) : null}
          />
        ))}
      </div>
      {!isFinal && (
        <div className={classes.more}>
          <MenuButton
            isAbove
            entries={roles
              .filter((role) => role !== "HOLDER" || holderReason === undefined)
              .map((role) => ({
                key: role,
                label: roleWord(role),
                onChoose: () =>
                  append(
                    { role, partyId: null, from: null, to: null },
                    { focusName: `parties.${fields.length}.partyId` },
                  ),
              }))}
          >
            {(target) => (
              <Button {...target} variant="default" size="xs" leftSection={<IconPlus size={14} />}>
                Another person
              </Button>
            )}
          </MenuButton>
        </div>
      )}
    </FormSection>
  );
}
