"use client";

import { Button } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconAdjustmentsHorizontal } from "@tabler/icons-react";
import { Sheet } from "../floating/sheet.tsx";
import type { FilterBarProps } from "./filter-bar.tsx";
import { withField } from "./filter-field.ts";
import classes from "./filters.module.css";
import { FilterEditor } from "./later-editor.ts";

/** All filters behind one button, for a tablet. */
export function NarrowFilters({ fields, value, onChange, today }: FilterBarProps) {
  const [isOpen, { open, close }] = useDisclosure(false);
  const count = fields.filter((field) => value[field.id] !== undefined).length;
  return (
    <>
      <Button variant="default" leftSection={<IconAdjustmentsHorizontal size={16} />} onClick={open}>
        Filters {count > 0 && <span className={classes.count}>{count}</span>}
      </Button>
      <Sheet
        opened={isOpen}
        onClose={close}
        title="Filters"
        foot={<Button onClick={close}>Show</Button>}
        footStart={
          count > 0 && (
            <Button variant="subtle" onClick={() => onChange({})}>
              Clear all
            </Button>
          )
        }
      >
        {fields.map((field) => (
          <fieldset key={field.id} className={classes.fieldset}>
            <legend>{field.label}</legend>
            <FilterEditor
              field={field}
              values={value[field.id] ?? []}
              today={today}
              onChange={(values) => onChange(withField(value, field.id, values))}
            />
          </fieldset>
        ))}
      </Sheet>
    </>
  );
}
