"use client";

import type { Readings } from "@vehicle-contracts/contract-model";
import { PlainTable } from "../../../ui/data-table/plain-table.tsx";
import { VirtualRows } from "../../../ui/data-table/virtual-rows.tsx";
import { Dialog } from "../../../ui/floating/dialog.tsx";
import { Tag } from "../../../ui/tag.tsx";
import { useFormat } from "../../../ui/use-format.ts";
import { useDesk } from "../../session/desk-context.tsx";
import classes from "./readings.module.css";
import { sourceWord } from "./source-words.ts";

type AllReadingsDialogProps = { readings: Readings; opened: boolean; onClose: () => void };

/** Readings that the register answers at most. */
const most = 500;

/** Every reading, the last first: what, who read it, who recorded it, and whether a correction has put it right. */
export function AllReadingsDialog({ readings, opened, onClose }: AllReadingsDialogProps) {
  const format = useFormat();
  const { odometer, hours } = readings;
  const isCut = odometer.length >= most || hours.length >= most;
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      size="m"
      title="All readings"
      text={isCut ? `The last ${format.whole(most)} of each sort, the last first.` : "The last first."}
      flush
    >
      {odometer.length > 0 && (
        <ReadingsTable
          label="Odometer"
          rows={odometer}
          say={({ value, unit }) => format.distance({ value, unit })}
        />
      )}
      {hours.length > 0 && (
        <ReadingsTable label="Engine hours" rows={hours} say={({ value }) => format.hours(value)} />
      )}
    </Dialog>
  );
}

type ReadingsTableProps<Row> = { label: string; rows: readonly Row[]; say: (row: Row) => string };

function ReadingsTable<Row extends Readings["hours"][number]>({ label, rows, say }: ReadingsTableProps<Row>) {
  const format = useFormat();
  const { timeZone } = useDesk();
  return (
    <div className={classes.sort}>
      <PlainTable
        label={label}
        rowCount={rows.length}
        columns={[
          { header: "Date", width: "22%" },
          { header: label, align: "end", width: "20%" },
          { header: "Read by", width: "18%" },
          { header: "Recorded by" },
        ]}
      >
        <VirtualRows
          rows={rows.toReversed()}
          rowId={({ readingId }) => readingId}
          estimate={44}
          columns={4}
          className={classes.row}
          isWithdrawn={({ withdrawn }) => withdrawn}
          cells={(row) => (
            <>
              <td>{format.date(row.date)}</td>
              <td data-align="end">
                <span className={classes.value}>{say(row)}</span>
              </td>
              <td>{sourceWord(row.source)}</td>
              <td>
                <span className={classes.by}>
                  {row.recordedBy.name}
                  {row.recordedBy.onBehalfOf && ` for ${row.recordedBy.onBehalfOf.name}`}
                  <span className={classes.at}>{format.dateTime(row.recordedAt, timeZone)}</span>
                  {row.correction && <Tag tone="teal">Correction</Tag>}
                  {row.withdrawn && <Tag tone="grey">Put right by a correction</Tag>}
                </span>
              </td>
            </>
          )}
        />
      </PlainTable>
    </div>
  );
}
