"use client";

import { Button } from "@mantine/core";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useFormState } from "react-hook-form";
import { routes } from "../../routes.ts";
import { newKey } from "../../trpc/correlation.ts";
import { problemOf } from "../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../trpc/idempotency-key.ts";
import { showProblem } from "../../trpc/show-problem.ts";
import { ErrorSummary } from "../../ui/fields/error-summary.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { toast } from "../../ui/floating/toast.tsx";
import { FormFrame } from "../../ui/form-page/form-frame.tsx";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { useCreateRuleSet } from "./form/mutations.ts";
import { RuleSetFields } from "./form/rule-set-fields.tsx";
import {
  fieldLabels,
  formPathOf,
  nothingTyped,
  type RuleSetValues,
  ruleSetResolver,
  rulesOf,
} from "./form/rule-set-values.ts";
import classes from "./rule-sets.module.css";

const TryPanel = later(() => import("./try/try-panel.tsx").then((loaded) => loaded.TryPanel));

const crumbs = [{ label: "Refund rule sets", href: routes.ruleSets }, { label: "New rule set" }];

/** A rule set of a code of its own is written, beside what it would give back. */
export function NewRuleSetScreen() {
  const { administer, why } = useMay();
  return (
    <Page crumbs={crumbs}>
      {administer ? (
        <NewRuleSet />
      ) : (
        <NotPermitted level={1} title="Rule sets are written by administrators" text={why} />
      )}
    </Page>
  );
}

function NewRuleSet() {
  const router = useRouter();
  const { currency } = useDesk();
  const [formKey] = useState(newKey);
  const form = useForm<RuleSetValues>({ defaultValues: nothingTyped(currency), resolver: ruleSetResolver });
  const { isDirty } = useFormState({ control: form.control });
  const create = useCreateRuleSet();
  const send = async (values: RuleSetValues) => {
    const ruleSet = {
      code: values.code ?? "",
      name: values.name ?? "",
      note: values.note,
      rules: rulesOf(values),
    };
    try {
      const idempotencyKey = idempotencyKeyOf(formKey, ruleSet);
      const made = await create.mutateAsync({ idempotencyKey, ruleSet });
      toast.done(`${made.ruleSet.name} is ready`, undefined, formKey);
      // nothing typed is left to ask about
      form.reset(values);
      router.push(routes.ruleSet(made.ruleSet.code));
    } catch (error) {
      showProblem(form, problemOf(error), formKey, formPathOf);
    }
  };
  const save = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", "Make rule set", save, { group: "Rule set" });
  return (
    <>
      <PageHead
        title="New rule set"
        actions={
          <Button loading={create.isPending} onClick={save}>
            Make rule set
          </Button>
        }
      />
      <div className={classes.columns}>
        <FormFrame>
          <div className={classes.form}>
            <ErrorSummary form={form} labels={fieldLabels} />
            <RuleSetFields control={form.control} isNew currency={currency} />
          </div>
        </FormFrame>
        <TryPanel control={form.control} newest={null} />
      </div>
      <LeaveDialog isTyped={isDirty && !create.isPending} />
    </>
  );
}
