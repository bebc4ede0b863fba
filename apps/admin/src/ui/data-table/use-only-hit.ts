"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";

/**
 * Enter in the search box of a list: the only row found is opened, of several the first row gets the focus once they are
 * there. Waits for the answer of `find` (null where it fails: the table asks the same and says so), since a scanner's
 * Enter comes before the list has changed. `shown`: what was sought for the rows that are shown.
 */
export function useOnlyHit(
  find: (sought: string) => Promise<readonly Route[] | null>,
  shown: string | null | undefined,
) {
  const router = useRouter();
  const latest = useRef("");
  /** What was sought when several were found: its rows are waited for. */
  const [several, setSeveral] = useState<string | null>(null);

  const open = async (sought: string) => {
    latest.current = sought;
    if (sought === "") return;
    const found = await find(sought);
    if (!found || latest.current !== sought) return;
    const [only] = found;
    if (only && found.length === 1) router.push(only);
    else setSeveral(sought);
  };
  return {
    open: (sought: string) => void open(sought),
    focusRows: several !== null && several === shown,
    focused: () => setSeveral(null),
  };
}
