"use client";

import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import Link from "next/link";
import { routes } from "../../../routes.ts";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Card } from "../../../ui/card.tsx";
import { NothingYet } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useMay } from "../../session/use-may.ts";
import { readingsOf } from "../queries.ts";
import { standingOf } from "../readings/standing.ts";
import { ContractsTable } from "./contracts-table.tsx";
import classes from "./time-line.module.css";
import { useCancelledOn } from "./use-cancelled-on.ts";
import { type ContractPages, useVehicleContracts } from "./use-vehicle-contracts.ts";

type ContractsCardProps = { vehicle: Vehicle; pages: ContractPages };

/** Every contract the vehicle has or had: when, in which state, and how far. */
export function ContractsCard({ vehicle, pages }: ContractsCardProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const { data: readings } = useSuspenseQuery(readingsOf(trpc, vehicle.vehicleId));
  const { contracts, groups, nextCursor } = useVehicleContracts(vehicle.vehicleId, pages);
  const cancelledOn = useCancelledOn(contracts);
  if (contracts.length === 0) return <NoContractYet vehicle={vehicle} />;
  return (
    <Card title="Contracts" action={<Legend />} flush>
      <ContractsTable
        groups={groups}
        isCut={nextCursor !== null}
        facts={{
          readings: standingOf(readings),
          cancelledOn,
          unit: vehicle.latestOdometer?.unit ?? null,
        }}
      />
      {nextCursor !== null && (
        <div className={classes.more}>
          <span>{format.whole(contracts.length)} contracts are shown; the vehicle has more.</span>
          <Button
            variant="default"
            size="xs"
            loading={pages.isLoadingMore}
            onClick={() => pages.more(nextCursor)}
          >
            Load more
          </Button>
        </div>
      )}
    </Card>
  );
}

const Legend = () => (
  <span className={classes.legend} aria-hidden>
    <span data-gone>gone by</span>
    <span>to come</span>
  </span>
);

function NoContractYet({ vehicle }: { vehicle: Vehicle }) {
  const may = useMay();
  return (
    <Card title="Contracts" flush>
      <NothingYet
        title="No contract yet"
        text={`What is sold for this vehicle, or taken over from another system, stands here. ${may.write ? "" : may.why}`}
        actions={
          may.write && (
            <Button
              component={Link}
              href={routes.newContract(vehicle.vehicleId)}
              leftSection={<IconPlus size={16} />}
            >
              Sell the first
            </Button>
          )
        }
      />
    </Card>
  );
}
