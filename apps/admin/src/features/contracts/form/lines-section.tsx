"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useFieldArray } from "react-hook-form";
import { FormSection } from "../../../ui/fields/form-section.tsx";
import { LineBox } from "../../../ui/fields/line-box.tsx";
import { useContractFormState } from "./contract-form-context.tsx";
import { FixedNote } from "./fixed-note.tsx";
import classes from "./form.module.css";
import type { AllowanceRow, CoverageRow } from "./form-values.ts";

import { useSectionState } from "./use-section-state.ts";

type LinesSectionProps = {
  title: string;
  /** Beside the title, for so many lines. */
  note: (count: number) => string;
  /** What one line is called. */
  lineName: string;
  /** The fields of the line at `index`; `readOnlyReason` is empty where the section says it once for all. */
  line: (index: number, readOnlyReason: string | undefined) => ReactNode;
} & ({ name: "coverage"; empty: CoverageRow } | { name: "allowances"; empty: AllowanceRow });

/** A list in the form: its lines, each of which may be taken out, and a button that adds one. */
export function LinesSection({ title, note, lineName, line, name, empty }: LinesSectionProps) {
  const { form, fixed } = useContractFormState();
  const { fields, append, remove } = useFieldArray({ control: form.control, name });
  const state = useSectionState([name], fields.length > 0);
  const reason = fixed(name);
  const isFixed = reason !== undefined;
  return (
    <FormSection title={title} note={note(fields.length)} state={state}>
      <FixedNote reason={reason} />
      {fields.map(({ id }, index) => (
        <LineBox key={id} label={`${lineName} ${index + 1}`} onRemove={isFixed ? null : () => remove(index)}>
          {line(index, reason && "")}
        </LineBox>
      ))}
      {!isFixed && (
        <div className={classes.more}>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={14} />}
            onClick={() => append({ ...empty }, { focusName: `${name}.${fields.length}.code` })}
          >
            {lineName}
          </Button>
        </div>
      )}
    </FormSection>
  );
}
