"use client";

import type { Problem } from "@vehicle-contracts/contract-model";
import { sameValue } from "@vehicle-contracts/contract-rules";
import { useEffect, useEffectEvent, useId, useRef, useState } from "react";
import { type DefaultValues, type FieldValues, type Resolver, useForm, useWatch } from "react-hook-form";
import type { Versions } from "../ui/conflict/flat-merge.ts";
import { toast } from "../ui/floating/toast.tsx";
import { presentationOf, problemOf } from "./errors.ts";
import { showProblem } from "./show-problem.ts";

type RecordFormInput<Fields extends FieldValues, Kept> = {
  /** The record as it is kept now, by the cache. */
  kept: Kept;
  /** What of it the form changes: single values, each under its own name. */
  fieldsOf: (kept: Kept) => Fields;
  resolver: Resolver<Fields>;
  /** Sends what differs, at the version it was compared with; answers the record as it is then. */
  update: (version: number, changes: Partial<Fields>) => Promise<Kept>;
  /** "Leeds is saved". */
  said: (saved: Kept) => string;
  onProblem?: (problem: Problem) => void;
};

/** Somebody was faster: the three versions, the number of theirs, and what the server said against what was joined. */
export type Met<Fields> = {
  records: Versions<Fields>;
  versions: { from: number; now: number };
  refused: readonly string[];
};

/**
 * The form of a record of single fields, and the way of what is typed to the server. What somebody else saved is shown at
 * once where nothing is typed; else the conflict is met when it is saved, and nothing typed is lost. Reads the query
 * cache and writes the form's own store, which both stand outside React.
 */
export function useRecordForm<Fields extends FieldValues, Kept extends { version: number }>(
  input: RecordFormInput<Fields, Kept>,
) {
  const { kept, fieldsOf, resolver, update, said, onProblem } = input;
  const [base, setBase] = useState(kept);
  const [met, setMet] = useState<(Met<Fields> & { theirs: Kept }) | null>(null);
  const [isSaving, setIsSaving] = useState(false);
  const about = useId();
  const isUnderWay = useRef(false);
  // every field of the form has a value, so all of them are its defaults
  const form = useForm<Fields>({ resolver, defaultValues: fieldsOf(kept) as DefaultValues<Fields> });
  const typed: Readonly<Record<string, unknown>> = useWatch({ control: form.control });
  const known: Fields = fieldsOf(base);
  const isTyped = Object.keys(known).some((name) => !sameValue(known[name], typed[name]));

  /** Goes on from this version; what was typed since `sent` stays typed. */
  const goOnFrom = (saved: Kept, sent: Fields = form.getValues()) => {
    const now: Fields = form.getValues();
    const since = Object.entries(now).filter(([name, value]) => !sameValue(value, sent[name]));
    setBase(saved);
    setMet(null);
    form.reset({ ...fieldsOf(saved), ...Object.fromEntries(since) });
  };
  const takeNewer = useEffectEvent(() => {
    if (kept.version > base.version && !isTyped && !isUnderWay.current) goOnFrom(kept);
  });
  useEffect(() => {
    if (kept.version > 0) takeNewer();
  }, [kept.version]);

  const refused = (problem: Problem, before: Kept, mine: Fields) => {
    if (problem.code === "STALE_VERSION") {
      // a stale version's record is what the procedure itself answers with
      const theirs = problem.current as Kept;
      const records = { base: fieldsOf(base), theirs: fieldsOf(theirs), mine };
      setMet({ theirs, records, versions: { from: base.version, now: theirs.version }, refused: [] });
    } else if (before !== base && presentationOf(problem) === "fields")
      setMet((now) => now && { ...now, refused: problem.fields.map(({ message }) => message) });
    else showProblem(form, problem, about);
    onProblem?.(problem);
  };

  const send = async (before: Kept, after: Fields, mine: Fields) => {
    if (isUnderWay.current) return;
    const was: Fields = fieldsOf(before);
    const names = Object.keys(was).filter((name) => !sameValue(was[name], after[name]));
    if (names.length === 0) return goOnFrom(before);
    const sent: Fields = form.getValues();
    isUnderWay.current = true;
    setIsSaving(true);
    try {
      // some of the fields, each with its own value
      const changes = Object.fromEntries(names.map((name) => [name, after[name]])) as Partial<Fields>;
      const saved = await update(before.version, changes);
      goOnFrom(saved, sent);
      toast.done(said(saved), undefined, about);
    } catch (error) {
      refused(problemOf(error), before, mine);
    } finally {
      isUnderWay.current = false;
      setIsSaving(false);
    }
  };
  return {
    base,
    form,
    isTyped,
    isSaving,
    met,
    save: (values: Fields) => void send(base, values, values),
    saveJoined: (record: Fields) => {
      if (met) void send(met.theirs, record, met.records.mine);
    },
    backToEditing: () => setMet(null),
    /** Nothing typed is kept; the record is shown as it is now. */
    discard: () => {
      if (met) goOnFrom(met.theirs);
    },
  };
}
