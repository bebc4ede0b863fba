"use client";

import { Button, SegmentedControl } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconGauge } from "@tabler/icons-react";
import { useSuspenseQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { useState } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { Card } from "../../../ui/card.tsx";
import { laterOpened } from "../../../ui/later/later.tsx";
import { NothingYet } from "../../../ui/states/empties.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { inGroup } from "../../contracts/groups.ts";
import { useMay } from "../../session/use-may.ts";
import { readingsOf } from "../queries.ts";
import { hasHoursMeter } from "../readings/hours-meter.ts";
import classes from "./detail.module.css";
import { hoursLimits, hoursPoints, odometerLimits, odometerPoints } from "./plot-limits.ts";
import { ReadingsPlot } from "./readings-plot.tsx";
import { type ContractPages, useVehicleContracts } from "./use-vehicle-contracts.ts";

const AllReadingsDialog = laterOpened(() =>
  import("../readings/all-readings-dialog.tsx").then((loaded) => loaded.AllReadingsDialog),
);

type OdometerCardProps = { vehicle: Vehicle; pages: ContractPages; onRecord: () => void };
type Shown = "odometer" | "hours";

/** The readings over time against the limits in force; all of them in a table. */
export function OdometerCard({ vehicle, pages, onRecord }: OdometerCardProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const { data: readings } = useSuspenseQuery(readingsOf(trpc, vehicle.vehicleId));
  const { contracts, groups } = useVehicleContracts(vehicle.vehicleId, pages);
  const inForce = inGroup(groups, "inForce");
  const [shown, setShown] = useState<Shown>("odometer");
  const [isOpen, dialog] = useDisclosure(false);
  const hasMeter = hasHoursMeter(vehicle, contracts);
  const count = readings[shown].length;
  const unit = vehicle.latestOdometer?.unit ?? "KM";
  const hasAny = readings.odometer.length + readings.hours.length > 0;
  return (
    <Card
      title={hasMeter ? "Readings" : "Odometer"}
      note={count > 0 && `${format.whole(count)} ${count === 1 ? "reading" : "readings"}`}
      action={
        <>
          {hasMeter && (
            <SegmentedControl
              size="xs"
              aria-label="Which readings"
              value={shown}
              onChange={(value) => setShown(value === "hours" ? "hours" : "odometer")}
              data={[
                { value: "odometer", label: "Odometer" },
                { value: "hours", label: "Engine hours" },
              ]}
            />
          )}
          {hasAny && (
            <button type="button" className={classes.textButton} onClick={dialog.open}>
              All readings
            </button>
          )}
        </>
      }
      flush
    >
      {count === 0 ? (
        <NoReadingYet what={shown} onRecord={onRecord} />
      ) : shown === "odometer" ? (
        <ReadingsPlot
          readings={odometerPoints(readings, unit)}
          limits={odometerLimits(inForce, unit)}
          say={(value) => format.distance({ value, unit })}
          sayShort={(value) => short(value, format.whole)}
          date={format.date}
        />
      ) : (
        <ReadingsPlot
          readings={hoursPoints(readings)}
          limits={hoursLimits(inForce)}
          say={format.hours}
          sayShort={(value) => short(value, format.whole)}
          date={format.date}
        />
      )}
      <AllReadingsDialog readings={readings} opened={isOpen} onClose={dialog.close} />
    </Card>
  );
}

/** 40,000 as "40k". */
const short = (value: number, whole: (value: number) => string) =>
  value >= 1_000 && value % 100 === 0 ? `${whole(value / 1_000)}k` : whole(value);

function NoReadingYet({ what, onRecord }: { what: Shown; onRecord: () => void }) {
  const may = useMay();
  return (
    <NothingYet
      icon={<IconGauge size={22} />}
      title={what === "odometer" ? "No odometer reading yet" : "No engine hours read yet"}
      text={`Limits of contracts are counted against what is read. ${may.write ? "" : may.why}`}
      actions={
        may.write && (
          <Button variant="default" onClick={onRecord}>
            Record the first
          </Button>
        )
      }
    />
  );
}
