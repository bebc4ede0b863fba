"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { Party } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { newKey } from "../../trpc/correlation.ts";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { useDeviceDraft } from "../../ui/fields/use-device-draft.ts";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { deviceNow } from "../../ui/wall-clock.ts";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { CustomerChangesDock, CustomerChangesPanel } from "./form/customer-changes.tsx";
import { formOf } from "./form/form-values.ts";
import { CustomerSections } from "./form/later-sections.tsx";
import { useCustomerForm } from "./form/use-customer-form.ts";
import { useSaveCustomer } from "./form/use-save-customer.ts";
import { partyById } from "./queries.ts";

const CustomerConflict = later(() =>
  import("./conflict/customer-conflict.tsx").then((loaded) => loaded.CustomerConflict),
);

/** A customer is changed in the form they were added in. */
export function EditCustomerScreen({ partyId }: { partyId: string }) {
  const { data: party } = useSuspenseQuery(partyById(useTRPC(), partyId));
  const { write, why } = useMay();
  const crumbs = [
    { label: "Customers", href: routes.customers },
    { label: party.name, href: routes.customer(partyId) },
    { label: "Edit" },
  ];
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <EditCustomer key={partyId} party={party} />
      ) : (
        <NotPermitted level={1} title="Customers are changed by others" text={why} />
      )}
    </Page>
  );
}

function EditCustomer({ party }: { party: Party }) {
  const { session, timeZone } = useDesk();
  const [opened] = useState(party);
  const [defaults] = useState(() => formOf(opened, newKey()));
  const state = useCustomerForm(defaults, opened);
  const { form } = state;
  const draft = useDeviceDraft(form, `${session.user.userId}:customer:${party.partyId}`, deviceNow);
  const base = state.base ?? party;
  const saving = useSaveCustomer(state, { base, forget: draft.forget });
  const { isDirty } = useFormState({ control: form.control });
  useShortcut("mod+Enter", "Save changes", saving.save, { group: "Edit customer" });
  const panel = { form, base, isSaving: saving.isSaving, save: saving.save };
  return (
    <>
      <PageHead title={`Edit ${base.name}`} beside={<DraftNote {...draft} timeZone={timeZone} />} />
      <PageColumns
        main={<CustomerSections form={form} base={base} />}
        side={<CustomerChangesPanel {...panel} />}
        sticky
      />
      <CustomerChangesDock {...panel} />
      <LeaveDialog isTyped={isDirty && !saving.isSaving} />
      {saving.met && <CustomerConflict base={base} met={saving.met} saving={saving} />}
    </>
  );
}
