"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PlanFormPage } from "./form/plan-form-page.tsx";
import { planVersion } from "./queries.ts";

/** The draft of a plan is changed. */
export function EditPlanScreen({ code, version }: { code: string; version: number }) {
  const { data: plan } = useSuspenseQuery(planVersion(useTRPC(), code, version));
  return (
    <Page
      crumbs={[
        { label: "Plans", href: routes.plans },
        { label: plan.name, href: routes.plan(code, version) },
        { label: "Edit" },
      ]}
    >
      <PlanFormPage key={`${plan.code} ${plan.version}`} plan={plan} title={`Edit ${plan.name}`} />
    </Page>
  );
}
