"use client";

import { routes } from "../../routes.ts";
import { Page } from "../../ui/page/page.tsx";
import { PlanFormPage } from "./form/plan-form-page.tsx";

/** A plan is begun, as a draft. */
export const NewPlanScreen = () => (
  <Page crumbs={[{ label: "Plans", href: routes.plans }, { label: "New plan" }]}>
    <PlanFormPage plan={null} title="New plan" />
  </Page>
);
