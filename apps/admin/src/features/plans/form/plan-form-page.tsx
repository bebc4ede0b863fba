"use client";

import { Button } from "@mantine/core";
import type { Plan } from "@vehicle-contracts/contract-model";
import type { Route } from "next";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useFormState, useWatch } from "react-hook-form";
import { routes } from "../../../routes.ts";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { DraftNote } from "../../../ui/fields/draft-note.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { LeaveDialog } from "../../../ui/fields/leave-dialog.tsx";
import { useDeviceDraft } from "../../../ui/fields/use-device-draft.ts";
import { toast } from "../../../ui/floating/toast.tsx";
import { FormDock } from "../../../ui/form-page/form-dock.tsx";
import { FormPanel, NotYet, PanelPart } from "../../../ui/form-page/form-panel.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { PageColumns } from "../../../ui/page/page-columns.tsx";
import { PageHead } from "../../../ui/page/page-head.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { deviceNow } from "../../../ui/wall-clock.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useCreatePlan, useUpdatePlan } from "../mutations.ts";
import { PlanFormProvider } from "./form-context.tsx";
import { PlanSections } from "./later-sections.tsx";
import {
  currenciesOf,
  newPlanForm,
  type PlanForm,
  planForm,
  planInputOf,
  planLabels,
  planPathOf,
} from "./plan-form.ts";

/** The form of a draft: a new plan, or a version that nobody is sold yet. */
export function PlanFormPage({ plan, title }: { plan: Plan | null; title: string }) {
  const { session, stores, unit, timeZone } = useDesk();
  const router = useRouter();
  const [defaults] = useState(() => {
    const currencies = currenciesOf(plan, [...new Set(stores.map(({ currency }) => currency))]);
    return plan ? planForm(plan, newKey(), currencies) : newPlanForm(newKey(), currencies, unit);
  });
  const form = useForm<PlanForm>({ defaultValues: defaults });
  const { isDirty } = useFormState({ control: form.control });
  const record = plan ? `plan:${plan.code}:${plan.version}` : "new-plan";
  const draft = useDeviceDraft(form, `${session.user.userId}:${record}`, deviceNow);
  const create = useCreatePlan();
  const update = useUpdatePlan();
  const isSaving = create.isPending || update.isPending;
  const saved = create.isSuccess || update.isSuccess;

  const save = async () => {
    if (isSaving) return;
    form.clearErrors();
    const values = form.getValues();
    const changes = planInputOf(values);
    try {
      const answer = plan
        ? await update.mutateAsync({
            code: plan.code,
            version: plan.version,
            // What was kept on the device may have begun from an earlier one; then it is refused, not overwritten.
            revision: values.revision ?? plan.revision,
            changes,
          })
        : await create.mutateAsync({
            idempotencyKey: idempotencyKeyOf(values.formKey, values),
            // what is missing the server says
            plan: { code: values.code ?? "", ...changes },
          });
      draft.forget();
      form.reset(values);
      toast.done(`Saved: ${answer.plan.name}, version ${answer.plan.version}`, undefined, values.formKey);
      router.push(routes.plan(answer.plan.code, answer.plan.version));
    } catch (error) {
      showProblem(form, problemOf(error), values.formKey, (path) => planPathOf(values, path));
    }
  };
  useShortcut("mod+Enter", "Save", () => void save(), { group: "Plan" });
  const back = plan ? routes.plan(plan.code, plan.version) : routes.plans;
  const buttons = { isSaving, save: () => void save(), back };
  return (
    <PlanFormProvider value={{ form, isNew: plan === null }}>
      <PageHead title={title} beside={<DraftNote {...draft} timeZone={timeZone} />} />
      <PageColumns main={<PlanSections />} side={<Panel form={form} plan={plan} {...buttons} />} sticky />
      <Dock form={form} {...buttons} />
      <LeaveDialog isTyped={isDirty && !saved} />
    </PlanFormProvider>
  );
}

type Buttons = { isSaving: boolean; save: () => void; back: Route };
type OfForm = { form: ReturnType<typeof useForm<PlanForm>> };

function Panel({ form, plan, isSaving, save, back }: OfForm & Buttons & { plan: Plan | null }) {
  const name = useWatch({ control: form.control, name: "name" });
  return (
    <FormPanel title="Draft" note={`version ${plan?.version ?? 1}`}>
      <PanelPart tight>
        <div>{name ?? <NotYet>No name yet</NotYet>}</div>
        <p>It is not sold before it is released, and can be changed until then.</p>
      </PanelPart>
      <PanelPart>
        <ErrorSummary form={form} labels={planLabels} />
        <Button fullWidth loading={isSaving} onClick={save}>
          Save draft&ensp;
          <Keys keys="mod+Enter" bare />
        </Button>
        <Button fullWidth component={Link} href={back} variant="default">
          Back
        </Button>
      </PanelPart>
    </FormPanel>
  );
}

function Dock({ form, isSaving, save, back }: OfForm & Buttons) {
  const name = useWatch({ control: form.control, name: "name" });
  return (
    <FormDock form={form} labels={planLabels} text={<strong>{name ?? "New plan"}</strong>}>
      <Button component={Link} href={back} variant="default">
        Back
      </Button>
      <Button loading={isSaving} onClick={save}>
        Save draft
      </Button>
    </FormDock>
  );
}
