import type { ContractRead } from "@vehicle-contracts/contract-model";
import type { TimeBarTone } from "../../../ui/time-bar/time-bar.tsx";
import { isNear, limitsOf } from "../../contracts/limits.ts";
import type { Format } from "../../contracts/term-words.ts";
import type { EarlyEnd } from "./over-on.ts";

/** A contract on the time line: its days, how they look, and the words below. */
export type ContractBar = {
  from: string;
  /** The last day; null: without an end. */
  to: string | null;
  tone: TimeBarTone;
  dashed: boolean;
  cutAt: string | null;
  note: string;
  near: boolean;
  /** Where the note stands: where today's end of the filled part is, or where the bar begins. */
  noteAt: "start" | "today";
};

type Words = Pick<Format, "date">;

/** The bar of a contract; null where it has no first day yet. `early`: what ended it before its end date. */
export function contractBar(
  contract: ContractRead,
  early: EarlyEnd | null,
  { date }: Words,
): ContractBar | null {
  const { startDate: from, endDate: to, openEnded, store } = contract;
  if (from === null) return null;
  const limits = limitsOf(contract);
  const bar = { from, to, dashed: false, cutAt: null, near: false, noteAt: "start" as const };
  const end = to ? `to ${date(to)}` : openEnded ? "open-ended" : "no end date";
  const startsLater = from > store.today;
  switch (limits.phase) {
    case "running": {
      const near = isNear(limits, "date");
      return { ...bar, tone: near ? "amber" : "green", near, note: end, noteAt: "today" };
    }
    case "paused":
      return startsLater
        ? { ...bar, tone: "amber", dashed: true, note: `suspended, starts ${date(from)}` }
        : { ...bar, tone: "amber", note: `suspended, ${end}`, noteAt: "today" };
    case "ahead":
      return {
        ...bar,
        tone: "teal",
        dashed: true,
        note: startsLater ? `starts ${date(from)}` : `awaits the provider, from ${date(from)}`,
      };
    case "draft":
      return { ...bar, tone: "grey", dashed: true, note: `not sold, from ${date(from)}` };
    case "void":
      return { ...bar, tone: "grey", dashed: true, note: "never valid" };
    case "endedEarly":
      // when is not known: nothing is filled, and nothing is made up
      return early?.on
        ? { ...bar, tone: "grey", cutAt: early.on, note: `cancelled ${date(early.on)}` }
        : { ...bar, tone: "grey", dashed: true, note: "cancelled" };
    case "ranOut":
      if (early?.on)
        return { ...bar, tone: "grey", cutAt: early.on, note: `by ${early.by}, ${date(early.on)}` };
      return to !== null && to < store.today
        ? { ...bar, tone: "grey", note: end }
        : { ...bar, tone: "grey", dashed: true, note: "expired" };
  }
}
