"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { Card, CardRow } from "../../ui/card.tsx";
import { Page } from "../../ui/page/page.tsx";
import { SkeletonLines } from "../../ui/states/skeleton.tsx";
import { CancellationCard } from "../refunds/cancellation-card.tsx";
import { UsageCard } from "../usage/usage-card.tsx";
import { vehicleName } from "../vehicles/vehicle-name.ts";
import { ContractHead } from "./detail/contract-head.tsx";
import { CoverageCard } from "./detail/coverage-card.tsx";
import classes from "./detail/detail.module.css";
import { LimitsStrip } from "./detail/limits-strip.tsx";
import { NotesCard } from "./detail/notes-card.tsx";
import { People } from "./detail/people-card.tsx";
import { PriceCard } from "./detail/price-card.tsx";
import { TermsCard } from "./detail/terms-card.tsx";
import { HistoryCard } from "./history/history-card.tsx";
import { contractById } from "./queries.ts";
import { TransferRequestNotice } from "./transfers/transfer-request.tsx";
import { typeWord } from "./words.ts";

/** One contract: until when, what may be done, what is covered, what was agreed, and how it came to be so. */
export function ContractScreen({ contractId }: { contractId: string }) {
  const trpc = useTRPC();
  const { data: contract } = useSuspenseQuery(contractById(trpc, contractId));
  const { vehicle } = contract;
  return (
    <Page
      crumbs={[
        { label: "Vehicles", href: routes.vehicles },
        { label: vehicle.licensePlate ?? vehicleName(vehicle), href: routes.vehicle(vehicle.vehicleId) },
        { label: contract.contractNumber ?? typeWord(contract.type) },
      ]}
    >
      <ContractHead contract={contract} />
      <TransferRequestNotice contract={contract} />
      <LimitsStrip contract={contract} />
      <div className={classes.grid}>
        <div className={classes.main}>
          <UsageCard contract={contract} />
          <CoverageCard contract={contract} />
        </div>
        <div className={classes.side}>
          <CancellationCard cancellation={contract.cancellation} />
          <TermsCard contract={contract} />
          <PriceCard price={contract.price} />
          <Card title="People" flush>
            <QueryBoundary what="the people" fallback={<PeopleToCome />}>
              <People contract={contract} />
            </QueryBoundary>
          </Card>
          <NotesCard description={contract.description} notes={contract.notes} />
        </div>
        <div className={classes.history}>
          <HistoryCard contract={contract} />
        </div>
      </div>
    </Page>
  );
}

const PeopleToCome = () => (
  <CardRow>
    <SkeletonLines lines={2} />
  </CardRow>
);
