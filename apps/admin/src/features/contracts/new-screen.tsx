"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useFormState } from "react-hook-form";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { newKey } from "../../trpc/correlation.ts";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { vehicleById } from "../vehicles/queries.ts";
import { ContractFormProvider } from "./form/contract-form-context.tsx";
import { newForm } from "./form/form-values.ts";
import { ContractSections } from "./form/later-sections.tsx";
import { ReviewDock, ReviewPanel } from "./form/review-panel.tsx";
import { useChosenVehicle } from "./form/use-chosen-vehicle.ts";
import { useContractForm } from "./form/use-contract-form.ts";
import { useMakeContract } from "./form/use-make-contract.ts";

const crumbs = [{ label: "Contracts", href: routes.contracts }, { label: "New contract" }];

type NewContractProps = {
  vehicleId: string | null;
  holderId: string | null;
  /** Who held what the vehicle had: proposed where nobody is asked for. */
  lastHolderId: string | null;
};

/** A contract is written and sold, kept as a draft, or taken over. It begins with the vehicle and the holder, if given. */
export function NewContractScreen(props: NewContractProps) {
  const { write, why } = useMay();
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <NewContract {...props} />
      ) : (
        <NotPermitted level={1} title="Contracts are written by others" text={why} />
      )}
    </Page>
  );
}

function NewContract({ vehicleId, holderId, lastHolderId }: NewContractProps) {
  const { store, stores, today, unit, timeZone } = useDesk();
  const trpc = useTRPC();
  // the page has asked for it already
  const vehicle =
    useQuery({ ...vehicleById(trpc, vehicleId ?? ""), enabled: vehicleId !== null }).data ?? null;
  const only = stores.length === 1 ? stores[0] : undefined;
  const [defaults] = useState(() =>
    newForm({
      formKey: newKey(),
      storeId: (store ?? only)?.storeId ?? null,
      unit,
      today,
      vehicle,
      holderId: holderId ?? lastHolderId,
    }),
  );
  const contractForm = useContractForm(
    defaults,
    `new-contract:${vehicleId ?? ""}${holderId ? `:${holderId}` : ""}`,
  );
  const { state, draft } = contractForm;
  useChosenVehicle(state);
  const { make, pending } = useMakeContract(contractForm);
  const { isDirty } = useFormState({ control: state.form.control });
  useShortcut("mod+Enter", "Sell", () => make("PENDING"), { group: "New contract" });
  return (
    <ContractFormProvider value={state}>
      <PageHead title="New contract" beside={<DraftNote {...draft} timeZone={timeZone} />} />
      <PageColumns main={<ContractSections />} side={<ReviewPanel make={make} pending={pending} />} sticky />
      <ReviewDock make={make} pending={pending} />
      <LeaveDialog isTyped={isDirty && pending === null} />
    </ContractFormProvider>
  );
}
