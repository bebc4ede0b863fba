"use client";

import { useQuery } from "@tanstack/react-query";
import type { Invitation } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { problemOf } from "../../../trpc/errors.ts";
import { Beside } from "../../../ui/floating/sheet.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";
import { Failed } from "../../../ui/states/states.tsx";
import { userById, userList } from "../queries.ts";
import { readAt } from "../table/use-column-facts.ts";
import { UserSheet } from "./user-sheet.tsx";

type OpenUserProps = {
  userId: string;
  /** The question of the list, whose row is shown at once. */
  shown: { search: string; cursor: string | null };
  onTyped: (isTyped: boolean) => void;
  onLink: (link: Invitation) => void;
  onClose: () => void;
};

/** The user of the address: known from the list's row, or asked for by id. */
export function OpenUser({ userId, shown, onTyped, onLink, onClose }: OpenUserProps) {
  const trpc = useTRPC();
  const list = useQuery(userList(trpc, shown));
  const row = list.data?.items.find((user) => user.userId === userId);
  const { data, error, dataUpdatedAt, refetch } = useQuery({
    ...userById(trpc, userId),
    ...(row && { initialData: row, initialDataUpdatedAt: list.dataUpdatedAt }),
  });
  if (data)
    return (
      <UserSheet
        user={data}
        now={readAt(dataUpdatedAt)}
        onTyped={onTyped}
        onLink={onLink}
        onClose={onClose}
      />
    );
  const problem = error && problemOf(error);
  return (
    <Beside label="User" title="User" onClose={onClose}>
      {problem ? (
        <Failed
          title="This user could not be read"
          text={problem.message}
          requestId={problem.correlationId || undefined}
          onRetry={() => void refetch()}
        />
      ) : (
        <SkeletonLines lines={8} />
      )}
    </Beside>
  );
}
