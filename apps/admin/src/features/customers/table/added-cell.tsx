"use client";

import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";

/** The day a record was made, by the desk's calendar. */
export function AddedCell({ at }: { at: string }) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return format.dayOf(at, timeZone);
}
