"use client";

import { useQuery } from "@tanstack/react-query";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { Unread } from "../../../trpc/unread.tsx";
import { canBeId, NoSuchRow } from "../../../ui/floating/no-such-row.tsx";
import { Beside } from "../../../ui/floating/sheet.tsx";
import type { OpenRow } from "../../../ui/floating/use-open-row.ts";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import { userById, userList } from "../queries.ts";
import { readAt } from "../table/use-column-facts.ts";
import { UserSheet } from "./user-sheet.tsx";

type OpenUserProps = {
  userId: string;
  /** The question of the list, whose row is shown at once. */
  shown: { search: string; cursor: string | null };
  row: OpenRow;
  onLink: (link: Invitation) => void;
};

/** The user of the address: known from the list's row, or asked for by id. */
export function OpenUser({ userId, shown, row, onLink }: OpenUserProps) {
  const trpc = useTRPC();
  const list = useQuery(userList(trpc, shown));
  const listed = list.data?.items.find((user) => user.userId === userId);
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...userById(trpc, userId),
    enabled: canBeId(userId),
    ...(listed && { initialData: listed, initialDataUpdatedAt: list.dataUpdatedAt }),
  });
  if (data) return <UserSheet user={data} now={readAt(dataUpdatedAt)} row={row} onLink={onLink} />;
  if (!canBeId(userId)) return <NoSuchRow noun="user" onClose={() => row.open(null)} />;
  const problem = error && problemOf(error);
  return (
    <Beside label="User" title="User" onClose={() => row.open(null)}>
      {problem ? (
        <Unread title="This user could not be read" problem={problem} onRetry={() => void refetch()} />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Beside>
  );
}
