"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../../trpc/browser.tsx";

/** What a change of the catalogue leaves behind: lists, versions and offers are read anew. */
function useAnew() {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  return { trpc, onSuccess: () => queryClient.invalidateQueries(trpc.plans.pathFilter()) };
}

/** Makes a plan, as a draft. The key makes a retry the same call. */
export function useCreatePlan() {
  const { trpc, onSuccess } = useAnew();
  return useMutation(trpc.plans.create.mutationOptions({ onSuccess }));
}

/** Changes a draft. */
export function useUpdatePlan() {
  const { trpc, onSuccess } = useAnew();
  return useMutation(trpc.plans.update.mutationOptions({ onSuccess }));
}

/** A draft of the next version. */
export function useNewPlanVersion() {
  const { trpc, onSuccess } = useAnew();
  return useMutation(trpc.plans.newVersion.mutationOptions({ onSuccess }));
}

/** A draft is sold from now on. */
export function useReleasePlan() {
  const { trpc, onSuccess } = useAnew();
  return useMutation(trpc.plans.release.mutationOptions({ onSuccess }));
}

/** A version is no longer sold. */
export function useRetirePlan() {
  const { trpc, onSuccess } = useAnew();
  return useMutation(trpc.plans.retire.mutationOptions({ onSuccess }));
}
