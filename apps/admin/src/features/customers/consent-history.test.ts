import { expect, test } from "vitest";
import { formatDayOf } from "../../ui/format.ts";
import { consentState } from "./consent-history.ts";

const format = { dayOf: (instant: string, timeZone: string) => formatDayOf(instant, "en-GB", timeZone) };
const ines = { kind: "USER" as const, id: "ines", name: "Ines Vogtland", onBehalfOf: null };
const entry = { at: "2026-11-25T23:30:00.000Z", by: ines, source: "signed form" };
const state = (isGiven: boolean, given: typeof entry | null) =>
  consentState(isGiven, given, format, "Europe/Berlin");

test("consent says when by the desk's calendar, by whom and how it was given", () => {
  expect(state(true, entry)).toEqual({ word: "Given", detail: "26 Nov 2026 by Ines Vogtland, signed form" });
});

test("consent that was given and taken back is withdrawn, and not the same as never given", () => {
  expect(state(false, { ...entry, source: null as never })).toEqual({
    word: "Withdrawn",
    detail: "26 Nov 2026 by Ines Vogtland",
  });
  expect(state(false, null)).toEqual({ word: "Not given", detail: null });
});

test("a program that recorded it for somebody is named behind them", () => {
  const by = {
    kind: "API_CLIENT" as const,
    id: "crm",
    name: "crm",
    onBehalfOf: { id: "ines", name: "Ines Vogtland" },
  };
  expect(consentState(true, { ...entry, by, source: null }, format, "Europe/Berlin").detail).toBe(
    "26 Nov 2026 by Ines Vogtland, through crm",
  );
});
