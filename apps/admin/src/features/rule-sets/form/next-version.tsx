"use client";

import { Button } from "@mantine/core";
import type { RefundRuleSet } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useForm, useFormState } from "react-hook-form";
import { newKey } from "../../../trpc/correlation.ts";
import { problemOf } from "../../../trpc/errors.ts";
import { idempotencyKeyOf } from "../../../trpc/idempotency-key.ts";
import { showProblem } from "../../../trpc/show-problem.ts";
import { Code } from "../../../ui/code.tsx";
import { ErrorSummary } from "../../../ui/fields/error-summary.tsx";
import { LeaveDialog } from "../../../ui/fields/leave-dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { FormFrame } from "../../../ui/form-page/form-frame.tsx";
import { later } from "../../../ui/later/later.tsx";
import { PageHead } from "../../../ui/page/page-head.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { Tag } from "../../../ui/tag.tsx";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "../rule-sets.module.css";
import { originWord } from "../words.ts";
import { useNewVersion } from "./mutations.ts";
import { RuleSetFields } from "./rule-set-fields.tsx";
import {
  fieldLabels,
  formPathOf,
  type RuleSetValues,
  ruleSetResolver,
  rulesOf,
  valuesOf,
} from "./rule-set-values.ts";

const TryPanel = later(() => import("../try/try-panel.tsx").then((loaded) => loaded.TryPanel));

/** The next version of a rule set is written over the newest, beside what it would change. */
export function NextVersion({ newest }: { newest: RefundRuleSet }) {
  const { currency } = useDesk();
  const { code, version } = newest;
  const [formKey] = useState(newKey);
  const form = useForm<RuleSetValues>({
    defaultValues: valuesOf(newest, currency),
    resolver: ruleSetResolver,
  });
  const { isDirty } = useFormState({ control: form.control });
  const next = useNewVersion();
  const send = async (values: RuleSetValues) => {
    const ruleSet = { name: values.name ?? "", note: values.note, rules: rulesOf(values) };
    try {
      const idempotencyKey = idempotencyKeyOf(formKey, { version, ruleSet });
      await next.mutateAsync({ idempotencyKey, code, version, ruleSet });
      toast.done(
        `Version ${version + 1} is ready`,
        "It counts for contracts that name it from now on.",
        formKey,
      );
    } catch (error) {
      showProblem(form, problemOf(error), formKey, formPathOf);
    }
  };
  const save = () => void form.handleSubmit(send)();
  useShortcut("mod+Enter", `Make version ${version + 1} ready`, save, { group: "Rule set", when: isDirty });
  return (
    <>
      <PageHead
        title={newest.name}
        beside={isDirty ? <Tag outline>Version {version + 1}, draft</Tag> : <Tag>version {version}</Tag>}
        facts={[
          { label: "Code", value: <Code>{code}</Code> },
          { label: "Whose", value: originWord(newest) },
        ]}
        actions={
          <>
            <Button variant="default" disabled={!isDirty} onClick={() => form.reset()}>
              Discard draft
            </Button>
            <Button loading={next.isPending} disabled={!isDirty} onClick={save}>
              Make version {version + 1} ready
            </Button>
          </>
        }
      />
      <div className={classes.columns}>
        <FormFrame>
          <div className={classes.form}>
            <ErrorSummary form={form} labels={fieldLabels} />
            <RuleSetFields control={form.control} isNew={false} currency={currency} />
            <p className={classes.hint}>
              A new version counts for contracts that name it. Those sold by version {version} keep it. These
              rules are examples, not legal advice.
            </p>
          </div>
        </FormFrame>
        <TryPanel control={form.control} newest={newest} />
      </div>
      <LeaveDialog isTyped={isDirty && !next.isPending} />
    </>
  );
}
