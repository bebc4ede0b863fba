import type { Readings } from "@vehicle-contracts/contract-model";

type Row = Readings["odometer"][number];

/** An odometer reading in km by the workshop, for tests; `given` says what differs. */
export const aReading = (value: number, date: string, given: Partial<Row> = {}): Row => ({
  readingId: `${date} ${value}`,
  value,
  unit: "KM",
  date,
  source: "workshop",
  correction: false,
  withdrawn: false,
  recordedBy: { kind: "USER", id: "priya", name: "Priya Tandel", onBehalfOf: null },
  recordedAt: "2026-11-25T09:00:00.000Z",
  ...given,
});

/** The same of engine hours. */
export function hoursRead(value: number, date: string, given: Partial<Row> = {}): Readings["hours"][number] {
  const { unit: _, ...hours } = aReading(value, date, given);
  return hours;
}
