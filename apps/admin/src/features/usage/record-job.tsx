"use client";

import { laterOpened } from "../../ui/later/later.tsx";
import type { RecordJobProps } from "./record-job/record-job-dialog.tsx";

/** Enters a checked job in the ledgers of the contracts that pay for it. */
export const RecordJob = laterOpened<RecordJobProps>(() =>
  import("./record-job/record-job-dialog.tsx").then((loaded) => loaded.RecordJobDialog),
);
