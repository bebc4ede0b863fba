"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { Card, CardRow } from "../../ui/card.tsx";
import { Page } from "../../ui/page/page.tsx";
import { PageColumns } from "../../ui/page/page-columns.tsx";
import { SkeletonLines } from "../../ui/states/skeleton.tsx";
import { useDesk } from "../session/desk-context.tsx";
import { Addresses } from "./detail/addresses.tsx";
import { ConsentCard } from "./detail/consent-card.tsx";
import { Contracts } from "./detail/contracts-card.tsx";
import { CustomerHead } from "./detail/customer-head.tsx";
import classes from "./detail/detail.module.css";
import { RecordCard } from "./detail/record-card.tsx";
import { Vehicles } from "./detail/vehicles-card.tsx";
import { partyById } from "./queries.ts";

/** One customer: what they hold, how and whether they may be contacted, which vehicles are theirs. */
export function CustomerScreen({ partyId }: { partyId: string }) {
  const { session } = useDesk();
  const { data: party } = useSuspenseQuery(partyById(useTRPC(), partyId));
  return (
    <Page crumbs={[{ label: "Customers", href: routes.customers }, { label: party.name }]}>
      <CustomerHead party={party} />
      <PageColumns
        main={
          <Card
            title="Contracts"
            note={session.allStores ? "as the holder" : "as the holder, in your stores"}
            action={
              <Link href={routes.contractsOf(partyId)} className={classes.link}>
                Open in the list
              </Link>
            }
            flush
          >
            <QueryBoundary what="the contracts" fallback={<ToCome lines={6} />}>
              <Contracts partyId={partyId} name={party.name} />
            </QueryBoundary>
          </Card>
        }
        side={
          <div className={classes.cards}>
            <Card title={party.addresses.length > 1 ? "Addresses" : "Address"} flush>
              <Addresses addresses={party.addresses} />
            </Card>
            <ConsentCard party={party} />
            <Card title="Vehicles" flush>
              <QueryBoundary what="the vehicles" fallback={<ToCome lines={2} />}>
                <Vehicles partyId={partyId} />
              </QueryBoundary>
            </Card>
            <RecordCard party={party} />
          </div>
        }
      />
    </Page>
  );
}

const ToCome = ({ lines }: { lines: number }) => (
  <CardRow>
    <SkeletonLines lines={lines} />
  </CardRow>
);
