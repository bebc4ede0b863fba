import { vehicleLabels } from "../words.ts";

/** What the fields are called, by their paths, from the top of the form to its bottom. */
export const formLabels: Readonly<Record<string, string>> = {
  ...vehicleLabels,
  "reading.odometer": "Odometer",
  "reading.hours": "Engine hours",
  "reading.date": "Read on",
  "reading.source": "Read by",
};
