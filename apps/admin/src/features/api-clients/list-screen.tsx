"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { SkeletonTable } from "../../ui/data-table/skeleton-table.tsx";
import { useSearchedList } from "../../ui/data-table/use-searched-list.ts";
import { LeaveRowDialog } from "../../ui/floating/leave-row-dialog.tsx";
import { besideToCome } from "../../ui/floating/sheet.tsx";
import { useOpenRow } from "../../ui/floating/use-open-row.ts";
import { later } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { useShortcut } from "../../ui/shortcuts/use-shortcut.ts";
import type { SecretToShow } from "./sheet/secret-dialog.tsx";
import { ClientsHead } from "./table/clients-head.tsx";
import { ClientsTable } from "./table/clients-table.tsx";
import { clientColumns } from "./table/columns.tsx";
import { useColumnFacts } from "./table/use-column-facts.ts";

const NewClient = later(
  () => import("./sheet/new-client.tsx").then((loaded) => loaded.NewClient),
  besideToCome,
);
const OpenClient = later(
  () => import("./sheet/open-client.tsx").then((loaded) => loaded.OpenClient),
  besideToCome,
);
const SecretDialog = later(() => import("./sheet/secret-dialog.tsx").then((loaded) => loaded.SecretDialog));

/** The programs that may call for the group: what each may do, and its secret, which is shown once. */
export function ApiClientsScreen() {
  const list = useSearchedList("api-clients");
  const row = useOpenRow();
  const { openId } = row;
  const columns = clientColumns(useColumnFacts(null));
  const [secret, setSecret] = useState<SecretToShow | null>(null);
  const newButton = useRef<HTMLButtonElement>(null);
  const backTo = useRef<HTMLElement>(null);
  const openNew = () => row.open("new");
  useShortcut("C", "New client", openNew, { group: "API clients" });

  const show = (shown: SecretToShow, from: HTMLElement | null) => {
    backTo.current = from;
    setSecret(shown);
  };
  const done = () => {
    // the dialog keeps the focus as long as it is there
    flushSync(() => setSecret(null));
    backTo.current?.focus();
  };
  const beside =
    openId === "new" ? (
      <NewClient
        row={row}
        onMade={(made) => {
          show(made, newButton.current);
          row.moveOn(made.apiClient.clientId);
        }}
      />
    ) : (
      openId !== null && <OpenClient key={openId} clientId={openId} row={row} list={list} onSecret={show} />
    );
  return (
    <Page crumbs={[{ label: "API clients" }]} width="full" headed beside={beside}>
      <ClientsHead list={list} onNew={openNew} newButton={newButton} />
      <QueryBoundary
        what="the API clients"
        fallback={<SkeletonTable label="API clients" columns={columns} />}
      >
        <ClientsTable list={list} row={row} />
      </QueryBoundary>
      <LeaveRowDialog row={row} />
      {secret && <SecretDialog secret={secret} onDone={done} />}
    </Page>
  );
}
