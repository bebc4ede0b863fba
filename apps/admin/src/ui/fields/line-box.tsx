import { ActionIcon } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import classes from "./fields.module.css";

type LineBoxProps = {
  label: string;
  /** Null: it cannot be taken out. */
  onRemove: (() => void) | null;
  children: ReactNode;
};

/** A line of a list in the form, with the button that takes it out. */
export const LineBox = ({ label, onRemove, children }: LineBoxProps) => (
  <fieldset className={classes.line} aria-label={label}>
    <div className={classes.lineFields}>{children}</div>
    {onRemove && (
      <ActionIcon aria-label={`Take out: ${label}`} onClick={onRemove} className={classes.lineRemove}>
        <IconX size={16} />
      </ActionIcon>
    )}
  </fieldset>
);
