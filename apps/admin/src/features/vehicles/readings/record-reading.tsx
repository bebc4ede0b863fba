"use client";

import { Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Vehicle } from "@vehicle-contracts/contract-model";
import { useId } from "react";
import { useTRPC } from "../../../trpc/browser.tsx";
import { putOnFields } from "../../../trpc/form-problem.ts";
import { showFailure } from "../../../trpc/show-problem.ts";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { toast } from "../../../ui/floating/toast.tsx";
import { Keys } from "../../../ui/keys.tsx";
import { Plate } from "../../../ui/plate.tsx";
import { useShortcut } from "../../../ui/shortcuts/use-shortcut.ts";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import { readingsOf } from "../queries.ts";
import { vehicleName } from "../vehicle-name.ts";
import { ReadingFields } from "./reading-fields.tsx";
import type { ReadingEntry } from "./reading-form.ts";
import classes from "./readings.module.css";
import { emptyReading, useReadingForm } from "./use-reading-form.ts";
import { type ReadingRefusal, useRecordReading } from "./use-record-reading.ts";

type RecordReadingProps = {
  vehicle: Vehicle;
  /** Engine hours matter for it. */
  hasMeter: boolean;
  opened: boolean;
  onClose: () => void;
};

/** Records what the odometer says. It closes at once; what the server refuses brings it back as it was typed,
 * and so does opening it again: what was typed for this vehicle is kept while its page is open. */
export function RecordReading({ vehicle, hasMeter, opened, onClose }: RecordReadingProps) {
  const trpc = useTRPC();
  const format = useFormat();
  const desk = useDesk();
  const { today } = desk;
  const formId = useId();
  const { data: readings = null } = useQuery(readingsOf(trpc, vehicle.vehicleId));
  const about = `reading:${vehicle.vehicleId}`;
  const unit = vehicle.latestOdometer?.unit ?? desk.unit;
  const form = useReadingForm({ readings, today, hasMeter }, unit);
  const refused = ({ problem, keptOdometer }: ReadingRefusal) => {
    // what is recorded already is not sent again
    if (keptOdometer) form.setValue("odometer", null);
    if (putOnFields(form, problem)) return;
    showFailure(problem, about);
  };
  const { mutate, isPending } = useRecordReading(vehicle.vehicleId, {
    onRecorded: () => {
      toast.done("Reading recorded", said(form.getValues() as ReadingEntry, format), about);
      form.reset(emptyReading(unit, today));
      onClose();
    },
    onRefused: refused,
  });
  const send = form.handleSubmit((entry) => mutate(entry));
  const isShown = opened && !isPending;
  useShortcut("mod+Enter", "Record the reading", () => void send(), { group: "Reading", when: isShown });
  return (
    <Dialog
      opened={isShown}
      onClose={onClose}
      title="Record a reading"
      text={
        <span className={classes.vehicle}>
          {vehicleName(vehicle)} {vehicle.licensePlate && <Plate>{vehicle.licensePlate}</Plate>}
        </span>
      }
      foot={
        <>
          <Button variant="default" onClick={onClose}>
            Back
          </Button>
          <Button type="submit" form={formId} rightSection={<Keys keys="mod+Enter" bare />}>
            Record reading
          </Button>
        </>
      }
    >
      <form id={formId} noValidate className={classes.form} onSubmit={(event) => void send(event)}>
        <ReadingFields form={form} readings={readings} hasMeter={hasMeter} today={today} />
      </form>
    </Dialog>
  );
}

/** "41,900 mi, 1,210 h on 25 Nov 2026". */
function said({ odometer, unit, hours, date }: ReadingEntry, format: ReturnType<typeof useFormat>): string {
  const figures = [
    odometer !== null && format.distance({ value: odometer, unit }),
    hours !== null && format.hours(hours),
  ].filter(Boolean);
  return `${figures.join(", ")}${date ? ` on ${format.date(date)}` : ""}`;
}
