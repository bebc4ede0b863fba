"use client";

import { zodResolver } from "@hookform/resolvers/zod";
import type { User } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { presentationOf, problemOf } from "../../../trpc/errors.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { useUpdateUser } from "../mutations.ts";
import {
  changesBetween,
  formOf,
  formPathOf,
  recordOf,
  recordTyped,
  UserForm,
  type UserRecord,
} from "./user-form.ts";

/** Somebody was faster: the user as kept now, what was typed, and what the server said against what was joined. */
export type Met = { theirs: User; mine: UserRecord; refused: readonly string[] };

/** The form of a user, and the way of what is typed to the server; it meets a conflict, and saves what was joined of it. */
export function useSaveUser(user: User) {
  const update = useUpdateUser();
  const [base, setBase] = useState(user);
  const [met, setMet] = useState<Met | null>(null);
  const form = useForm({ resolver: zodResolver(UserForm), values: formOf(base) });
  const { isDirty } = form.formState;
  // what somebody else saved is shown at once where nothing is typed over it
  if (user.version > base.version && !isDirty) setBase(user);

  const settle = (saved: User) => {
    form.reset(formOf(saved));
    setBase(saved);
    setMet(null);
  };

  const send = async (before: User, after: UserRecord, mine: UserRecord) => {
    const { userId, version } = before;
    const changes = changesBetween(recordOf(before), after);
    if (Object.keys(changes).length === 0) return settle(before);
    try {
      const saved = await update.mutateAsync({ userId, version, changes });
      settle(saved.user);
      toast.done(`${saved.user.name} is saved`, undefined, userId);
    } catch (error) {
      const problem = problemOf(error);
      // a stale version's record is what the procedure itself answers with
      if (problem.code === "STALE_VERSION") setMet({ theirs: problem.current as User, mine, refused: [] });
      else if (met && presentationOf(problem) === "fields")
        setMet({ ...met, refused: problem.fields.map(({ message }) => message) });
      else showProblem(form, problem, userId, formPathOf);
    }
  };

  const save = form.handleSubmit(async (typed) => {
    if (update.isPending) return;
    const record = recordTyped(recordOf(base), typed);
    await send(base, record, record);
  });
  return {
    base,
    form,
    isTyped: isDirty,
    isSaving: update.isPending,
    met,
    save: () => void save(),
    /** Enabling or disabling went its own way, beside what is typed. */
    moveOn: setBase,
    saveJoined: (record: UserRecord) => {
      if (met) void send(met.theirs, record, met.mine);
    },
    backToEditing: () => setMet(null),
    /** Nothing typed is kept; the user is shown as they are. */
    discard: () => {
      if (met) settle(met.theirs);
    },
  };
}
