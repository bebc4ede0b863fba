import { TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./fields.module.css";

type ComputedFieldProps = {
  label: string;
  value: string;
  help?: ReactNode;
  unit?: string;
  alignEnd?: boolean;
};

/** What follows from other fields: it can be read and copied, not changed. */
export function ComputedField({
  label,
  value,
  help,
  unit,
  alignEnd = unit !== undefined,
}: ComputedFieldProps) {
  return (
    <TextInput
      label={label}
      value={value}
      readOnly
      description={help}
      classNames={{ input: alignEnd ? (classes.alignEnd ?? "") : "" }}
      rightSection={unit && <span className={classes.unit}>{unit}</span>}
      {...(unit && { rightSectionWidth: 16 + unit.length * 9 })}
    />
  );
}
