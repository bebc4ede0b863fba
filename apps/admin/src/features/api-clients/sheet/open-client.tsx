"use client";

import { useQuery } from "@tanstack/react-query";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import type { SearchedList } from "../../../ui/data-table/use-searched-list.ts";
import { canBeId, NoSuchRow } from "../../../ui/floating/no-such-row.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import { clientById, clientList } from "../queries.ts";
import { EditClient } from "./edit-client.tsx";
import { RevokedClient } from "./revoked-client.tsx";
import type { SecretToShow } from "./secret-dialog.tsx";

type OpenClientProps = {
  clientId: string;
  row: OpenRow;
  list: SearchedList;
  onSecret: (secret: SecretToShow, from: HTMLElement | null) => void;
};

/** The client of the address: known from the list's row, or asked for by its id. */
export function OpenClient({ clientId, row, list, onSecret }: OpenClientProps) {
  const trpc = useTRPC();
  const page = useQuery(clientList(trpc, list.shown.question, list.shown.cursor));
  const inList = page.data?.items.find((client) => client.clientId === clientId);
  const { data, error, refetch } = useQuery({
    ...clientById(trpc, clientId),
    enabled: canBeId(clientId),
    ...(inList && { initialData: inList, initialDataUpdatedAt: page.dataUpdatedAt }),
  });
  if (data?.state === "REVOKED") return <RevokedClient client={data} row={row} />;
  if (data) return <EditClient client={data} row={row} onSecret={onSecret} />;
  if (!canBeId(clientId)) return <NoSuchRow noun="API client" onClose={() => row.open(null)} />;
  const problem = error && problemOf(error);
  return (
    <Beside label="API client" title="API client" onClose={() => row.open(null)}>
      {problem ? (
        <Unread title="The API client could not be read" problem={problem} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Beside>
  );
}
