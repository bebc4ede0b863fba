/** Who or what read it: as it is recorded, and what it is called. */
export const sources = [
  { value: "workshop", label: "Workshop" },
  { value: "customer", label: "Customer" },
  { value: "inspection", label: "Inspection" },
  { value: "handover", label: "Handover" },
  { value: "telematics", label: "Telematics" },
  { value: "other", label: "Other" },
] as const;

/** A source that another system has named stands as it named it. */
export const sourceWord = (source: string): string =>
  sources.find(({ value }) => value === source)?.label ?? source;
