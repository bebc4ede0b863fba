"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWatch } from "react-hook-form";
import { ComputedField } from "../../../ui/fields/computed-field.tsx";
import { FieldGrid } from "../../../ui/fields/form-section.tsx";
import { WholeField } from "../../../ui/fields/number-fields.tsx";
import { SelectField } from "../../../ui/fields/select-field.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { sumFollowing } from "./computed.ts";
import { useContractFormState } from "./contract-form-context.tsx";
import classes from "./form.module.css";

/** Engine hours, for the few that count them: folded away while nothing limits them. */
export function HoursFields() {
  const { form, fixed } = useContractFormState();
  const format = useFormat();
  const { control } = form;
  const hours = useWatch({ control, name: "engineHours" });
  const end = sumFollowing(hours.startHours, hours.limit);
  const reason = fixed("engineHours");
  if (hours.kind === "unlimited")
    return reason === undefined ? (
      <div className={classes.more}>
        <Button
          variant="subtle"
          size="xs"
          leftSection={<IconPlus size={14} />}
          onClick={() => form.setValue("engineHours.kind", "limited", { shouldDirty: true })}
        >
          Limit by engine hours
        </Button>
      </div>
    ) : null;
  return (
    <FieldGrid columns={4}>
      <SelectField
        control={control}
        name="engineHours.kind"
        label="Engine hours"
        options={[
          { value: "limited", label: "Limited" },
          { value: "unlimited", label: "No limit" },
          { value: "unknown", label: "Not known" },
        ]}
        readOnlyReason={reason}
      />
      {hours.kind === "limited" && (
        <>
          <WholeField
            control={control}
            name="engineHours.startHours"
            label="Hours at start"
            unit="h"
            readOnlyReason={reason}
          />
          <WholeField
            control={control}
            name="engineHours.limit"
            label="Hours limit"
            unit="h"
            readOnlyReason={reason}
          />
          <ComputedField label="Ends at" value={end === null ? "" : format.whole(end)} unit="h" />
        </>
      )}
    </FieldGrid>
  );
}
