"use client";

import { Button } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import type { Problem } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { explain } from "../../../trpc/errors.ts";
import { Notice } from "../../../ui/notice.tsx";
import { fieldWord } from "../history/field-words.ts";

type RefusedProps = { problem: Problem; title: string; onReload: () => void };

/** Why it was not done: what the rules refuse, or what somebody else changed meanwhile. */
export function Refused({ problem, title, onReload }: RefusedProps) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  if (problem.code !== "STALE_VERSION")
    return (
      <Notice tone="red" title={title} live>
        {problem.fields.map(({ message }) => message).join(" ") || explain(problem).text}
      </Notice>
    );
  const changed = problem.changedSince.map(({ field, by }) => `${fieldWord(field)} (${by.name})`).join(", ");
  const reload = async () => {
    await queryClient.invalidateQueries(trpc.contracts.pathFilter());
    onReload();
  };
  return (
    <Notice
      tone="amber"
      title="The contract was changed meanwhile"
      live
      action={
        <Button size="xs" variant="default" onClick={() => void reload()}>
          Show it as it is now
        </Button>
      }
    >
      {changed ? `Nothing was done. Changed since: ${changed}.` : "Nothing was done."}
    </Notice>
  );
}
