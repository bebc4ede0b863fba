"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useFormState, useWatch } from "react-hook-form";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { newKey } from "../../trpc/correlation.ts";
import { Code } from "../../ui/code.tsx";
import { DraftNote } from "../../ui/fields/draft-note.tsx";
import { LeaveDialog } from "../../ui/fields/leave-dialog.tsx";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { PageHead } from "../../ui/page/page-head.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import { NotPermitted } from "../../ui/states/states.tsx";
import { StatusBadge } from "../../ui/status-badge.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { ContractChangesDock, ContractChangesPanel } from "./form/changes-panel.tsx";
import { ContractFormProvider } from "./form/contract-form-context.tsx";
import { CorrectionNotice } from "./form/correction-notice.tsx";
import { formOf } from "./form/form-values.ts";
import { ContractSectionsFrom } from "./form/later-sections.tsx";
import { useChosenVehicle } from "./form/use-chosen-vehicle.ts";
import { useContractForm } from "./form/use-contract-form.ts";
import { useSaveContract } from "./form/use-save-contract.ts";
import { contractById } from "./queries.ts";
import { typeWord } from "./words.ts";

const Conflict = later(() => import("./conflict/conflict.tsx").then((loaded) => loaded.Conflict));

/** A contract is changed in the form it was written in; what its state fixes is read-only, with the reason. */
export function EditContractScreen({ contractId }: { contractId: string }) {
  const { data: contract } = useSuspenseQuery(contractById(useTRPC(), contractId));
  const { write, why } = useMay();
  const name = contract.contractNumber ?? typeWord(contract.type);
  const crumbs = [
    { label: "Contracts", href: routes.contracts },
    { label: name, href: routes.contract(contractId) },
    { label: "Edit" },
  ];
  return (
    <Page crumbs={crumbs}>
      {write ? (
        <EditContract key={contractId} contract={contract} />
      ) : (
        <NotPermitted level={1} title="Contracts are changed by others" text={why} />
      )}
    </Page>
  );
}

/** The contract alone, without what a question adds in short. */
function alone({
  vehicle: _vehicle,
  holder: _holder,
  provider: _provider,
  store: _store,
  ...contract
}: ContractRead) {
  return contract;
}

function EditContract({ contract }: { contract: ContractRead }) {
  const { timeZone } = useDesk();
  const [opened] = useState(() => alone(contract));
  const [defaults] = useState(() => formOf(opened, newKey()));
  const contractForm = useContractForm(defaults, `contract:${contract.contractId}`, opened);
  const { state, draft } = contractForm;
  const base = state.base ?? alone(contract);
  useChosenVehicle(state);
  const saving = useSaveContract(contractForm);
  const { isDirty } = useFormState({ control: state.form.control });
  const correction = useWatch({ control: state.form.control, name: "correction.on" });
  useShortcut("mod+Enter", "Save changes", saving.save, { group: "Edit contract" });
  const panel = { base, isSaving: saving.isSaving, save: saving.save };
  return (
    <ContractFormProvider value={state}>
      <PageHead
        title={`Edit ${typeWord(base.type).toLowerCase()}`}
        beside={
          <>
            <StatusBadge status={base.effectiveStatus} />
            {base.contractNumber && <Code>{base.contractNumber}</Code>}
            <DraftNote {...draft} timeZone={timeZone} />
          </>
        }
      />
      <CorrectionNotice base={base} />
      <PageColumns main={<ContractSectionsFrom />} side={<ContractChangesPanel {...panel} />} sticky />
      <ContractChangesDock {...panel} />
      <LeaveDialog isTyped={isDirty && !saving.isSaving} />
      {saving.met && (
        <Conflict
          base={base}
          met={saving.met}
          saving={saving}
          today={state.around.today}
          correction={correction}
        />
      )}
    </ContractFormProvider>
  );
}
