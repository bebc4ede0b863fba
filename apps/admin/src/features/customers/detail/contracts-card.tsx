"use client";

import { Button } from "@mantine/core";
import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { NothingYet } from "../../../ui/states/empties.tsx";
import { HolderContracts } from "../../contracts/holder-contracts.tsx";
import { contractsOfHolder } from "../../contracts/queries.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { useMay } from "../../session/use-may.ts";

/** What the customer holds; how to begin where that is nothing. */
export function Contracts({ partyId, name }: { partyId: string; name: string }) {
  const may = useMay();
  const { session } = useDesk();
  const { data: page } = useSuspenseQuery(contractsOfHolder(useTRPC(), partyId));
  if (page.items.length > 0) return <HolderContracts partyId={partyId} />;
  return (
    <NothingYet
      title={`${name} holds no contract${session.allStores ? "" : " in your stores"}`}
      text={may.write ? "A contract that is sold to this customer is listed here." : may.why}
      actions={
        may.write && (
          <Button component={Link} href={routes.newContractFor(partyId)} variant="default">
            New contract
          </Button>
        )
      }
    />
  );
}
