"use client";

import { useDisclosure } from "@mantine/hooks";
import { useQuery, useSuspenseQuery } from "@tanstack/react-query";
import { routes } from "../../routes.ts";
import { useTRPC } from "../../trpc/browser.tsx";
import { QueryBoundary } from "../../trpc/query-boundary.tsx";
import { Card } from "../../ui/card.tsx";
import { later, laterOpened } from "../../ui/later/later.tsx";
import { Page } from "../../ui/page/page.tsx";
import { SkeletonLines } from "../../ui/states/skeleton.tsx";
import { vehicleContracts } from "../contracts/queries.ts";
import { useDesk } from "../session/desk-context.tsx";
import { useMay } from "../session/use-may.ts";
import { ContractsCard } from "./detail/contracts-card.tsx";
import classes from "./detail/detail.module.css";
import { OdometerCard } from "./detail/odometer-card.tsx";
import { PeopleCard } from "./detail/people-card.tsx";
import { useContractPages } from "./detail/use-vehicle-contracts.ts";
import { VehicleActions } from "./detail/vehicle-actions.tsx";
import { VehicleCard } from "./detail/vehicle-card.tsx";
import { VehicleHead } from "./detail/vehicle-head.tsx";
import { VerdictStrip } from "./detail/verdict-strip.tsx";
import { vehicleById } from "./queries.ts";
import { hasHoursMeter } from "./readings/hours-meter.ts";
import { vehicleName } from "./vehicle-name.ts";

const RecordReading = laterOpened(() =>
  import("./readings/record-reading.tsx").then((loaded) => loaded.RecordReading),
);

const JobPanel = later(
  () => import("../entitlement/job-panel.tsx").then((loaded) => loaded.JobPanel),
  <ToCome title="Check a job" />,
);

/** One vehicle: what is in force today and what is left, all its contracts on a time line, its readings and its people. */
export function VehicleScreen({ vehicleId }: { vehicleId: string }) {
  const trpc = useTRPC();
  const may = useMay();
  const { store, today } = useDesk();
  const { data: vehicle } = useSuspenseQuery(vehicleById(trpc, vehicleId));
  const { data: contracts } = useQuery(vehicleContracts(trpc, vehicleId));
  const pages = useContractPages();
  const [isRecording, record] = useDisclosure(false);
  return (
    <Page
      crumbs={[
        { label: "Vehicles", href: routes.vehicles },
        { label: vehicle.licensePlate ?? vehicleName(vehicle) },
      ]}
    >
      <VehicleHead
        vehicle={vehicle}
        contracts={contracts?.items ?? null}
        actions={<VehicleActions vehicleId={vehicleId} onRecord={record.open} />}
      />
      <QueryBoundary what="the contracts in force" fallback={<ToCome title="In force today" />}>
        <VerdictStrip vehicle={vehicle} pages={pages} />
      </QueryBoundary>
      <div className={classes.grid}>
        <div className={classes.job}>
          <JobPanel
            // another store has another day, unit and currency
            key={`${vehicleId} ${store?.storeId} ${today}`}
            vehicle={vehicle}
            hasMeter={hasHoursMeter(vehicle, contracts?.items ?? [])}
          />
        </div>
        <div className={classes.main}>
          <QueryBoundary what="the contracts" fallback={<ToCome title="Contracts" />}>
            <ContractsCard vehicle={vehicle} pages={pages} />
          </QueryBoundary>
          <QueryBoundary what="the readings" fallback={<ToCome title="Odometer" />}>
            <OdometerCard vehicle={vehicle} pages={pages} onRecord={record.open} />
          </QueryBoundary>
        </div>
        <div className={classes.side}>
          <QueryBoundary what="the people" fallback={<ToCome title="People" />}>
            <PeopleCard vehicleId={vehicleId} pages={pages} />
          </QueryBoundary>
          <VehicleCard vehicle={vehicle} />
        </div>
      </div>
      {may.write && (
        <RecordReading
          // another store has another day and unit
          key={`${store?.storeId} ${today}`}
          vehicle={vehicle}
          hasMeter={hasHoursMeter(vehicle, contracts?.items ?? [])}
          opened={isRecording}
          onClose={record.close}
        />
      )}
    </Page>
  );
}

function ToCome({ title }: { title: string }) {
  return (
    <Card title={title}>
      <SkeletonLines lines={4} />
    </Card>
  );
}
