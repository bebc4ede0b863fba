"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";
import { draftKey, type Kept, leftDraft, readDraft } from "./tab-drafts.ts";
import { openTabs, thisTab } from "./this-tab.ts";

/**
 * Keeps what is typed into a form on the device (local storage), so that a closed tab or an ended session loses nothing:
 * each tab its own, and a new one takes up what a closed one left. `key` names the person and the record. `restored` says
 * that the form began from a draft; `discard` throws it away and puts the form back. `now` answers RFC 3339.
 */
export function useDeviceDraft<Values extends FieldValues, Sent>(
  form: UseFormReturn<Values, unknown, Sent>,
  key: string,
  now: () => string,
) {
  const [savedAt, setSavedAt] = useState<string | null>(null);
  const [restored, setRestored] = useState(false);
  const { subscribe, reset } = form;
  /** What is typed and not written yet, and when it will be. */
  const waiting = useRef<{ write: () => void; timer: ReturnType<typeof setTimeout> }>(undefined);
  /** The record is saved: whatever the form still tells of itself is no draft. */
  const isOver = useRef(false);

  useEffect(() => {
    let isTouched = false;
    let isThere = true;
    const takeUp = ({ savedAt: since, values }: Kept) => {
      // what was kept came out of this very form; the schema looks at it again before it is sent
      reset(values as DefaultValues<Values>, { keepDefaultValues: true });
      setSavedAt(since);
      setRestored(true);
    };
    const own = readDraft(window.localStorage.getItem(draftKey(key, thisTab())));
    if (own) takeUp(own);
    else
      void openTabs().then((open) => {
        const left = leftDraft(Object.entries(window.localStorage), key, open);
        if (!left || isTouched || !isThere) return;
        // from now on it is this tab's
        window.localStorage.setItem(draftKey(key, thisTab()), JSON.stringify(left.kept));
        window.localStorage.removeItem(left.key);
        takeUp(left.kept);
      });
    const stop = subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (!isDirty || isOver.current) return;
        isTouched = true;
        clearTimeout(waiting.current?.timer);
        const write = () => {
          waiting.current = undefined;
          const draft: Kept = { savedAt: now(), values };
          window.localStorage.setItem(draftKey(key, thisTab()), JSON.stringify(draft));
          setSavedAt(draft.savedAt);
        };
        waiting.current = { write, timer: setTimeout(write, 400) };
      },
    });
    return () => {
      isThere = false;
      // what was typed just before the form is left is kept too
      clearTimeout(waiting.current?.timer);
      waiting.current?.write();
      stop();
    };
  }, [subscribe, reset, key, now]);

  /** After the record was saved: the draft has done its work. */
  const forget = useCallback(() => {
    isOver.current = true;
    // what was typed just before is saved too: it must not come back as a draft
    clearTimeout(waiting.current?.timer);
    waiting.current = undefined;
    window.localStorage.removeItem(draftKey(key, thisTab()));
    setSavedAt(null);
    setRestored(false);
  }, [key]);
  const discard = useCallback(() => {
    forget();
    reset();
    isOver.current = false;
  }, [forget, reset]);
  return { savedAt, restored, forget, discard };
}
