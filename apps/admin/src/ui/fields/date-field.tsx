"use client";

import { ActionIcon } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import dynamic from "next/dynamic";
import { type FieldValues, useController } from "react-hook-form";
import { opensPopup, Popup, PopupPlace } from "../floating/popup.tsx";
import { formatDate } from "../format.ts";
import { useLocale } from "../locale-context.tsx";
import { noDate } from "./fault-words.ts";
import type { FieldProps } from "./field-props.ts";
import classes from "./fields.module.css";
import { parseTypedDate } from "./typed-date.ts";
import { TypedField } from "./typed-field.tsx";

// the calendar is loaded when somebody opens one
const DateCalendar = dynamic(() => import("./date-calendar.tsx").then((module) => module.DateCalendar), {
  ssr: false,
});

type DateFieldProps<Values extends FieldValues> = FieldProps<Values> & {
  /** The store's date: what "today" means. */
  today: string;
  /** What "+12m" starts from; else today. */
  baseDate?: string | null;
};

/** A calendar date, typed or picked; `YYYY-MM-DD` in the form, or null. */
export function DateField<Values extends FieldValues>({ today, baseDate, ...props }: DateFieldProps<Values>) {
  const locale = useLocale();
  const { field } = useController({ control: props.control, name: props.name });
  const [isOpen, { toggle, close }] = useDisclosure(false);
  const value: unknown = field.value;
  const picked = typeof value === "string" ? parseTypedDate(value, today, locale) : null;
  return (
    <TypedField
      {...props}
      read={(text) => parseTypedDate(text, today, locale, baseDate ?? today) ?? undefined}
      show={(date) => formatDate(String(date), locale)}
      unreadable={(text) => noDate(text, locale)}
      end={
        props.readOnlyReason === undefined && (
          <PopupPlace>
            <ActionIcon
              {...opensPopup(isOpen)}
              size={24}
              className={classes.calendarButton}
              aria-label="Pick a date"
              onClick={toggle}
            >
              <IconCalendar size={16} stroke={1.75} />
            </ActionIcon>
            <Popup opened={isOpen} onClose={close} label="Pick a date" position="bottom-end">
              <DateCalendar
                value={picked}
                today={today}
                onPick={(date) => {
                  field.onChange(date);
                  close();
                }}
              />
              <p className={classes.calendarHint}>Type 25.11, 25 nov, +12m or today</p>
            </Popup>
          </PopupPlace>
        )
      }
    />
  );
}
