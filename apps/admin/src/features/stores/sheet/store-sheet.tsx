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
import { storeById, storeList } from "../queries.ts";
import { EditStore } from "./edit-store.tsx";
import { NewStore } from "./new-store.tsx";

type StoreSheetProps = { row: OpenRow; list: SearchedList };

/** What stands beside the list: a new store, the one that is open, or nothing. */
export function StoreSheet({ row, list }: StoreSheetProps) {
  if (row.openId === null) return null;
  if (row.openId === "new") return <NewStore row={row} />;
  return <OpenStore key={row.openId} storeId={row.openId} row={row} list={list} />;
}

/** The store of the address: known from the list's row, or asked for by its id. */
function OpenStore({ storeId, row, list }: StoreSheetProps & { storeId: string }) {
  const trpc = useTRPC();
  const page = useQuery(storeList(trpc, list.shown.question, list.shown.cursor));
  const inList = page.data?.items.find((store) => store.storeId === storeId);
  const { data, error, refetch } = useQuery({
    ...storeById(trpc, storeId),
    enabled: canBeId(storeId),
    ...(inList && { initialData: inList, initialDataUpdatedAt: page.dataUpdatedAt }),
  });
  if (data) return <EditStore store={data} row={row} />;
  if (!canBeId(storeId)) return <NoSuchRow noun="store" onClose={() => row.open(null)} />;
  const problem = error && problemOf(error);
  return (
    <Beside label="Store" title="Store" onClose={() => row.open(null)}>
      {problem ? (
        <Unread title="The store could not be read" problem={problem} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Beside>
  );
}
