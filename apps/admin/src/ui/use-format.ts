"use client";

import type { Count } from "@vehicle-contracts/contract-model";
import { useMemo } from "react";
import * as format from "./format.ts";
import { useLocale } from "./locale-context.tsx";

/** The formats of `format.ts` in the reader's locale. */
export function useFormat() {
  const locale = useLocale();
  return useMemo(
    () => ({
      locale,
      date: (date: string) => format.formatDate(date, locale),
      dateShort: (date: string) => format.formatDate(date, locale, "short"),
      weekday: (date: string) => format.formatDate(date, locale, "weekday"),
      dateTime: (instant: string, timeZone: string) => format.formatInstant(instant, locale, timeZone),
      dayOf: (instant: string, timeZone: string) => format.formatDayOf(instant, locale, timeZone),
      time: (instant: string, timeZone: string) => format.formatTime(instant, locale, timeZone),
      ago: (instant: string, now: string) => format.formatAgo(instant, now, locale),
      count: (count: Count) => format.formatCount(count, locale),
      whole: (value: number) => format.formatWhole(value, locale),
      distance: (distance: { value: number; unit: "KM" | "MI" }) => format.formatDistance(distance, locale),
      hours: (hours: number) => format.formatHours(hours, locale),
      money: (money: { amountMinor: number; currency: string }) => format.formatMoney(money, locale),
      percent: (percent: number | string) => format.formatPercent(percent, locale),
      days: (days: number) => format.formatDays(days, locale),
    }),
    [locale],
  );
}
