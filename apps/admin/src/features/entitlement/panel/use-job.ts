"use client";

import { useDebouncedValue } from "@mantine/hooks";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type {
  ContractRead,
  DistanceUnit,
  Entitlement,
  LineKind,
  Money,
  Vehicle,
} from "@vehicle-contracts/contract-model";
import { useMemo, useState } from "react";
import { type UseFormReturn, useForm, useWatch } from "react-hook-form";
import { useTRPC } from "../../../trpc/browser.tsx";
import { newKey } from "../../../trpc/correlation.ts";
import { useLocale } from "../../../ui/locale-context.tsx";
import { type DeskState, useDesk } from "../../session/desk-context.tsx";
import { isTooHigh, readingResolver } from "../../vehicles/reading-limits.ts";
import { entitlementOf, type JobQuestion } from "../queries.ts";
import { itemsOf } from "./items.ts";
import { type JobEntry, type ReadText, readJobText } from "./job-text.ts";
import { noJob } from "./kept-job.ts";
import { useKeptJob } from "./use-kept-job.ts";

/** The day and the mileage of the visit. A field that cannot be read holds what was typed. */
export type VisitForm = {
  date: string | null;
  odometer: number | string | null;
  hours: number | string | null;
};

/** A line that is asked about, and what it says on the page. */
export type ShownLine = {
  lineId: string;
  entryId: string;
  code: string;
  name: string;
  kind: LineKind;
  amount: Money;
  isNamed: boolean;
  /** Still being typed. */
  isDraft: boolean;
};

/** Long enough not to ask at every key, short enough to answer while one types. */
const pause = 250;

export type Job = ReturnType<typeof useJob>;

/** A job that is asked about while it is typed: what is asked, and the answer as far as it is that question's. */
export function useJob(vehicle: Vehicle, contracts: readonly ContractRead[]) {
  const desk = useDesk();
  const locale = useLocale();
  const { currency, today } = desk;
  const unit = vehicle.latestOdometer?.unit ?? desk.unit;
  const items = useMemo(() => itemsOf(contracts), [contracts]);
  const form = useVisitForm(vehicle, today);
  const [text, setText] = useState("");
  const [kept, setKept] = useKeptJob(`vc-job:${desk.session.user.userId}:${vehicle.vehicleId}:${currency}`);
  const { entries } = kept;
  const setEntries = (change: (before: readonly JobEntry[]) => readonly JobEntry[]) =>
    setKept((before) => ({ ...before, entries: change(before.entries) }));
  // what is typed keeps its id in the list and back, so that it stays the same line
  const [draftId, setDraftId] = useState(newKey);
  const read = readJobText(text, { items, currency, locale });
  const lines = linesOf(entries, read, draftId, currency);
  const question = questionOf(useWatch({ control: form.control }), lines, { vehicle, unit, desk });
  return {
    form,
    unit,
    items,
    text,
    setText,
    read,
    entries,
    /** What is in the ledgers already, by its key: of a job that is half refused it is not proposed again. */
    entered: new Set(kept.entered),
    enter: (key: string) => setKept((before) => ({ ...before, entered: [...before.entered, key] })),
    lines,
    question,
    /** Takes what is typed into the list. Answers whether there was something. */
    add: () => {
      if (read.kind !== "entry") return false;
      setEntries((before) => [...before, { ...read.entry, id: draftId }]);
      setDraftId(newKey());
      setText("");
      return true;
    },
    clear: () => {
      setKept(noJob);
      setText("");
      setDraftId(newKey());
    },
    remove: (id: string) => setEntries((before) => before.filter((entry) => entry.id !== id)),
    /** Back into the field, to be typed anew. */
    takeBack: () => {
      const last = entries.at(-1);
      if (!last) return;
      setText(last.text);
      setDraftId(last.id);
      setEntries((before) => before.filter(({ id }) => id !== last.id));
    },
    answer: useAnswer(question),
  };
}

const checkReadings = readingResolver<VisitForm>();

/** What the visit is proposed with; a reading that is recorded meanwhile follows unless something was typed. */
function useVisitForm({ latestOdometer, latestHours }: Vehicle, today: string): UseFormReturn<VisitForm> {
  return useForm<VisitForm>({
    resolver: checkReadings,
    mode: "onChange",
    values: { date: today, odometer: latestOdometer?.value ?? null, hours: latestHours?.value ?? null },
    resetOptions: { keepDirtyValues: true },
  });
}

function linesOf(
  entries: readonly JobEntry[],
  read: ReadText,
  draftId: string,
  currency: string,
): ShownLine[] {
  const all = read.kind === "entry" ? [...entries, { ...read.entry, id: draftId }] : entries;
  return all.flatMap(({ id, code, name, isNamed, amounts }) =>
    amounts.map(({ kind, amountMinor }) => ({
      lineId: `${id} ${kind}`,
      entryId: id,
      ...{ code, name, kind, isNamed },
      amount: { amountMinor, currency },
      isDraft: id === draftId,
    })),
  );
}

/** What is to be asked; null where there is nothing yet, or a field cannot be read or is too high. */
function questionOf(
  { date, odometer, hours }: Partial<VisitForm>,
  lines: readonly ShownLine[],
  { vehicle, unit, desk }: { vehicle: Vehicle; unit: DistanceUnit; desk: DeskState },
): JobQuestion | null {
  const storeId = (desk.store ?? desk.stores[0])?.storeId;
  const isDay = typeof date === "string" && /^\d{4}-\d\d-\d\d$/.test(date);
  if (lines.length === 0 || storeId === undefined || !isDay) return null;
  if (typeof odometer === "string" || typeof hours === "string") return null;
  if (isTooHigh(odometer) || isTooHigh(hours)) return null;
  return {
    vehicleId: vehicle.vehicleId,
    storeId,
    date,
    odometer: typeof odometer === "number" ? { value: odometer, unit } : null,
    hours: hours ?? null,
    currency: desk.currency,
    lines: lines.map(({ lineId, entryId, code, kind, amount }) => ({
      ...{ lineId, code, kind, amount },
      job: entryId,
    })),
  };
}

/** `isCurrent`: the answer is to exactly what stands on the page now. What is older is only shown as such. */
export type JobAnswer = {
  data: Entitlement | undefined;
  isCurrent: boolean;
  error: unknown;
  retry: () => void;
};

function useAnswer(question: JobQuestion | null): JobAnswer {
  const trpc = useTRPC();
  const now = JSON.stringify(question);
  const [asked] = useDebouncedValue(now, pause);
  // what was debounced is the text of a question, or of none
  const asking = JSON.parse(asked) as JobQuestion | null;
  const query = useQuery({
    ...entitlementOf(trpc, asking ?? { vehicleId: "", storeId: "", lines: [] }),
    enabled: asking !== null,
    placeholderData: keepPreviousData,
  });
  return {
    data: question === null ? undefined : query.data,
    isCurrent: question !== null && asked === now && query.isSuccess && !query.isPlaceholderData,
    error: question !== null && asked === now ? query.error : null,
    retry: () => void query.refetch(),
  };
}
