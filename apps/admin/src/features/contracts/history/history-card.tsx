"use client";

import { useQuery } from "@tanstack/react-query";
import type { ContractRead } from "@vehicle-contracts/contract-model";
import { useTRPC } from "../../../trpc/browser.tsx";
import { QueryBoundary } from "../../../trpc/query-boundary.tsx";
import { Card } from "../../../ui/card.tsx";
import { later } from "../../../ui/later/later.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { contractVerdict } from "../queries.ts";
import { EntriesToCome } from "./entries-to-come.tsx";
import { VerdictBadge } from "./verdict-badge.tsx";

// entries are read by the model's schemas, which weigh more than the rest of the page
const HistoryPage = later(
  () => import("./history-page.tsx").then((loaded) => loaded.HistoryPage),
  <EntriesToCome />,
);

/** How the contract came to be as it is: append-only, newest first, in the time of its store. */
export function HistoryCard({ contract }: { contract: ContractRead }) {
  const trpc = useTRPC();
  const { whole } = useFormat();
  const { stores, timeZone: deskZone } = useDesk();
  const { data: verdict, isError } = useQuery(contractVerdict(trpc, contract.contractId));
  const store = stores.find(({ storeId }) => storeId === contract.storeId);
  const entries = verdict && `${whole(verdict.revisions)} ${verdict.revisions === 1 ? "entry" : "entries"}`;
  return (
    <Card
      title="History"
      note={entries}
      action={verdict ? <VerdictBadge verdict={verdict} /> : isError && <Tag>Chain could not be checked</Tag>}
      flush
    >
      <QueryBoundary what="the history" fallback={<EntriesToCome />}>
        <HistoryPage
          contractId={contract.contractId}
          cursor={null}
          timeZone={store?.timeZone ?? deskZone}
          verdict={verdict ?? null}
        />
      </QueryBoundary>
    </Card>
  );
}
