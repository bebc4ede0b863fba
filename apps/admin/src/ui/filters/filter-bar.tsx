"use client";

import { Button } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { MenuButton } from "../floating/menu-button.tsx";
import { later } from "../later/later.tsx";
import { FilterChip } from "./filter-chip.tsx";
import { type FilterField, type FilterValue, withField } from "./filter-field.ts";
import classes from "./filters.module.css";

export type FilterBarProps = {
  fields: readonly FilterField[];
  value: FilterValue;
  onChange: (value: FilterValue) => void;
  /** What "today" and "+30d" mean in fields of dates. */
  today: string;
};

// a tablet's alone
const NarrowFilters = later(() => import("./narrow-filters.tsx").then((loaded) => loaded.NarrowFilters));

/** What narrows the list: a chip a field, and one to add another. One button on a tablet. */
export function FilterBar(props: FilterBarProps) {
  const isNarrow = useMediaQuery("(max-width: 63.99em)");
  return isNarrow ? <NarrowFilters {...props} /> : <FilterChips {...props} />;
}

function FilterChips({ fields, value, onChange, today }: FilterBarProps) {
  /** A field that was just added and has no value yet. */
  const [added, setAdded] = useState<string | null>(null);
  const inForce = fields.filter((field) => value[field.id] !== undefined || field.id === added);
  const free = fields.filter((field) => !inForce.includes(field));
  return (
    <>
      {inForce.map((field) => (
        <FilterChip
          key={field.id}
          field={field}
          values={value[field.id] ?? []}
          today={today}
          isNew={field.id === added}
          onChange={(values) => onChange(withField(value, field.id, values))}
          onClosed={() => setAdded(null)}
          onRemove={() => {
            setAdded(null);
            onChange(withField(value, field.id, []));
          }}
        />
      ))}
      {free.length > 0 && (
        <MenuButton
          position="bottom-start"
          entries={free.map(({ id, label }) => ({ key: id, label, onChoose: () => setAdded(id) }))}
        >
          {(target) => (
            <Button
              {...target}
              size="xs"
              variant="subtle"
              className={classes.add}
              leftSection={<IconPlus size={14} />}
            >
              Filter
            </Button>
          )}
        </MenuButton>
      )}
    </>
  );
}
