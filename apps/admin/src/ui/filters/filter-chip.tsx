"use client";

import { UnstyledButton } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconX } from "@tabler/icons-react";
import { opensPopup, Popup, PopupPlace } from "../floating/popup.tsx";
import { useFormat } from "../use-format.ts";
import { type FilterField, presetOf } from "./filter-field.ts";
import classes from "./filters.module.css";
import { FilterEditor } from "./later-editor.ts";

type FilterChipProps = {
  field: FilterField;
  values: readonly string[];
  today: string;
  /** Opens at once. */
  isNew: boolean;
  onChange: (values: string[]) => void;
  onClosed: () => void;
  onRemove: () => void;
};

/** Field, operator and value; a click changes the value, the cross takes the filter away. */
export function FilterChip({ field, values, today, isNew, onChange, onClosed, onRemove }: FilterChipProps) {
  const [isOpen, { toggle, close }] = useDisclosure(isNew);
  const { operator, words } = useWords(field, values);
  const closed = () => {
    close();
    onClosed();
  };
  return (
    <div className={classes.chip} data-open={isOpen || undefined}>
      <PopupPlace>
        <UnstyledButton {...opensPopup(isOpen)} className={classes.chipButton} onClick={toggle}>
          <span className={classes.chipField}>{field.label}</span>
          <span className={classes.chipOperator}>{operator}</span>
          <span className={classes.chipValue}>{words}</span>
        </UnstyledButton>
        <Popup
          opened={isOpen}
          onClose={closed}
          label={`Filter by ${field.label}`}
          position="bottom-start"
          width={field.kind === "choice" ? 240 : 280}
        >
          <FilterEditor field={field} values={values} today={today} onChange={onChange} />
        </Popup>
      </PopupPlace>
      <UnstyledButton
        className={classes.chipRemove}
        aria-label={`Remove the filter ${field.label}`}
        onClick={onRemove}
      >
        <IconX size={14} aria-hidden />
      </UnstyledButton>
    </div>
  );
}

function useWords(field: FilterField, values: readonly string[]): { operator: string; words: string } {
  const format = useFormat();
  const preset = presetOf(field, values);
  if (preset) return { operator: preset.operator, words: preset.label };
  if (field.kind === "dates") {
    const [from = "", to = ""] = values;
    if (from && to) return { operator: "from", words: `${format.date(from)} to ${format.date(to)}` };
    if (from) return { operator: "from", words: format.date(from) };
    return to ? { operator: "until", words: format.date(to) } : { operator: "is", words: "…" };
  }
  const labels = values.map(
    (value) => field.options.find((option) => option.value === value)?.label ?? value,
  );
  if (labels.length === 0) return { operator: "is", words: "…" };
  if (labels.length === 1) return { operator: "is", words: labels[0] ?? "" };
  return { operator: "any of", words: labels.length <= 2 ? labels.join(", ") : `${labels.length} chosen` };
}
