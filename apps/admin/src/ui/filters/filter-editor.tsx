"use client";

import { Button, Checkbox, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { parseTypedDate } from "../fields/typed-date.ts";
import { formatDate } from "../format.ts";
import { useLocale } from "../locale-context.tsx";
import { type FilterChoice, type FilterField, presetOf } from "./filter-field.ts";
import classes from "./filters.module.css";

type FilterEditorProps = {
  field: FilterField;
  values: readonly string[];
  today: string;
  onChange: (values: string[]) => void;
};

/** The values of one filter: a list to tick with a search above, or two dates. */
export function FilterEditor({ field, values, today, onChange }: FilterEditorProps) {
  if (field.kind === "choice")
    return <Choices label={field.label} options={field.options} values={values} onChange={onChange} />;
  const preset = presetOf(field, values);
  const [from = "", to = ""] = preset ? [] : values;
  return (
    <div className={classes.dates}>
      {field.presets && (
        <div className={classes.presets}>
          {field.presets.map((choice) => (
            <Button
              key={`${choice.operator} ${choice.label}`}
              size="xs"
              variant="default"
              aria-pressed={choice === preset}
              className={classes.preset}
              onClick={() => onChange(choice === preset ? [] : [...choice.values])}
            >
              {choice.operator} {choice.label}
            </Button>
          ))}
        </div>
      )}
      <DateText label="From" value={from} today={today} onChange={(date) => onChange([date, to])} />
      <DateText label="Until" value={to} today={today} onChange={(date) => onChange([from, date])} />
      <p className={classes.hint}>Both days are included. Type 25.11, 25 nov, +60d or today.</p>
    </div>
  );
}

type ChoicesProps = {
  label: string;
  options: readonly FilterChoice[];
  values: readonly string[];
  onChange: (values: string[]) => void;
};

function Choices({ label, options, values, onChange }: ChoicesProps) {
  const [sought, setSought] = useState("");
  const shown = options.filter((option) => option.label.toLowerCase().includes(sought.trim().toLowerCase()));
  const turn = (value: string, on: boolean) =>
    onChange(on ? [...values, value] : values.filter((other) => other !== value));
  return (
    <div>
      {options.length > 5 && (
        <TextInput
          variant="unstyled"
          className={classes.choiceSearch}
          aria-label={`Find in ${label}`}
          placeholder={label}
          leftSection={<IconSearch size={16} stroke={1.75} />}
          value={sought}
          onChange={(event) => setSought(event.currentTarget.value)}
        />
      )}
      <div className={classes.choices}>
        {shown.map(({ value, label: words, icon, count }) => (
          <div key={value} className={classes.choice}>
            <Checkbox
              checked={values.includes(value)}
              onChange={(event) => turn(value, event.currentTarget.checked)}
              label={
                <span className={classes.choiceLabel}>
                  {icon}
                  {words}
                </span>
              }
            />
            {count !== undefined && <span className={classes.choiceCount}>{count}</span>}
          </div>
        ))}
        {shown.length === 0 && <p className={classes.hint}>None of that name.</p>}
      </div>
    </div>
  );
}

type DateTextProps = { label: string; value: string; today: string; onChange: (date: string) => void };

function DateText({ label, value, today, onChange }: DateTextProps) {
  const locale = useLocale();
  const [typed, setTyped] = useState<string | null>(null);
  const date = typed === null ? value : typed.trim() === "" ? "" : parseTypedDate(typed, today, locale);
  const take = () => {
    if (typed === null || date === null) return;
    onChange(date);
    setTyped(null);
  };
  return (
    <TextInput
      label={label}
      value={typed ?? (value && formatDate(value, locale))}
      error={date === null ? "Must be a date that exists." : undefined}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={take}
      onKeyDown={(event) => event.key === "Enter" && take()}
    />
  );
}
