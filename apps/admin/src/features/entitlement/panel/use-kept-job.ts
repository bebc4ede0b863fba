"use client";

import { useEffect, useState } from "react";
import { readKept } from "./kept-job.ts";

/** The lines of a job, kept in the tab's storage under `place`, so that the page may be loaded again. Only in the browser. */
export function useKeptJob(place: string) {
  const [job, setJob] = useState(() => readKept(window.sessionStorage.getItem(place)));
  useEffect(() => {
    if (job.entries.length === 0) window.sessionStorage.removeItem(place);
    else window.sessionStorage.setItem(place, JSON.stringify(job));
  }, [place, job]);
  return [job, setJob] as const;
}
