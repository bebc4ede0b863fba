"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { routes } from "../../routes.ts";
import { newKey } from "../../trpc/correlation.ts";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { useDeviceDraft } from "../../ui/fields/use-device-draft.ts";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { deviceNow } from "../../ui/wall-clock.ts";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { newForm } from "./form/form-values.ts";
import { CustomerSections } from "./form/later-sections.tsx";
import { ReviewDock, ReviewPanel } from "./form/review-panel.tsx";
import { useCustomerForm } from "./form/use-customer-form.ts";
import { useMakeCustomer } from "./form/use-make-customer.ts";

const crumbs = [{ label: "Customers", href: routes.customers }, { label: "New customer" }];

/** A person or a company is added. `sought`: what was looked for and is not there. */
export function NewCustomerScreen({ sought }: { sought: string }) {
  const { write, why } = useMay();
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <NewCustomer sought={sought} />
      ) : (
        <NotPermitted level={1} title="Customers are added by others" text={why} />
      )}
    </Page>
  );
}

function NewCustomer({ sought }: { sought: string }) {
  const router = useRouter();
  const { session, timeZone } = useDesk();
  const [defaults] = useState(() => newForm(newKey(), sought));
  const state = useCustomerForm(defaults);
  const { form } = state;
  const draft = useDeviceDraft(form, `${session.user.userId}:new-customer:${sought}`, deviceNow);
  const { make, isMaking } = useMakeCustomer(state, (party) => {
    draft.forget();
    // nothing typed is left to ask about
    form.reset(form.getValues());
    router.push(routes.customer(party.partyId));
  });
  const { isDirty } = useFormState({ control: form.control });
  useShortcut("mod+Enter", "Add customer", make, { group: "New customer" });
  const review = { form, make, isMaking };
  return (
    <>
      <PageHead title="New customer" beside={<DraftNote {...draft} timeZone={timeZone} />} />
      <PageColumns
        main={<CustomerSections form={form} base={null} />}
        side={<ReviewPanel {...review} />}
        sticky
      />
      <ReviewDock {...review} />
      <LeaveDialog isTyped={isDirty && !isMaking} />
    </>
  );
}
