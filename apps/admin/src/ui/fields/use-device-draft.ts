"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { DefaultValues, FieldValues, UseFormReturn } from "react-hook-form";

const prefix = "vc-draft:";

type Kept = { savedAt: string; values: unknown };

/** Drafts on this device are a person's own; after a sign-out on a shared one nothing stays. */
export function forgetDrafts(storage: Storage): void {
  for (const key of Object.keys(storage)) if (key.startsWith(prefix)) storage.removeItem(key);
}

/**
 * Keeps what is typed into a form on the device (local storage), so that a closed tab or an ended session loses nothing.
 * `key` names the person and the record. `restored` says that the form began from a draft; `discard` throws it away and
 * puts the form back. `now` answers RFC 3339.
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
    const kept = readDraft(window.localStorage.getItem(prefix + key));
    if (kept) {
      // what was kept came out of this very form; the schema looks at it again before it is sent
      reset(kept.values as DefaultValues<Values>, { keepDefaultValues: true });
      setSavedAt(kept.savedAt);
      setRestored(true);
    }
    const stop = subscribe({
      formState: { values: true, isDirty: true },
      callback: ({ values, isDirty }) => {
        if (!isDirty || isOver.current) return;
        clearTimeout(waiting.current?.timer);
        const write = () => {
          waiting.current = undefined;
          const draft: Kept = { savedAt: now(), values };
          window.localStorage.setItem(prefix + key, JSON.stringify(draft));
          setSavedAt(draft.savedAt);
        };
        waiting.current = { write, timer: setTimeout(write, 400) };
      },
    });
    return () => {
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
    window.localStorage.removeItem(prefix + key);
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

function readDraft(text: string | null): Kept | null {
  try {
    const kept: unknown = JSON.parse(text ?? "null");
    const isDraft = typeof kept === "object" && kept !== null && "values" in kept && "savedAt" in kept;
    return isDraft && typeof kept.savedAt === "string"
      ? { savedAt: kept.savedAt, values: kept.values }
      : null;
  } catch {
    return null;
  }
}
