"use client";

import { DatePicker } from "@mantine/dates";
import classes from "./fields.module.css";

type DateCalendarProps = { value: string | null; today: string; onPick: (date: string) => void };

/** A month to pick a day from; weeks begin on Monday. */
export function DateCalendar({ value, today, onPick }: DateCalendarProps) {
  return (
    <DatePicker
      value={value}
      defaultDate={value ?? today}
      onChange={(date) => date !== null && onPick(date)}
      firstDayOfWeek={1}
      size="xs"
      classNames={{ day: classes.day ?? "", calendarHeaderLevel: classes.calendarLevel ?? "" }}
      ariaLabels={{ previousMonth: "Month before", nextMonth: "Month after" }}
    />
  );
}
