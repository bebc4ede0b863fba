/** What the fields of a contract are called in its history. */
const words: Readonly<Record<string, string>> = {
  storeId: "Store",
  vehicleId: "Vehicle",
  contractNumber: "Number",
  type: "Type",
  status: "Status",
  description: "Description",
  notes: "Notes",
  providerId: "Provider",
  plan: "Plan",
  parties: "People",
  saleDate: "Sold",
  startDate: "Starts",
  endDate: "Ends",
  termMonths: "Term",
  openEnded: "Open-ended",
  waitingDays: "Waiting period",
  awaitingProvider: "Awaits the provider",
  distance: "Distance",
  engineHours: "Engine hours",
  coverage: "Coverage",
  allowances: "Allowances",
  deductible: "Excess",
  price: "Price",
  paid: "Paid",
  refundRuleSet: "Refund rules",
  transferPolicy: "Transfer",
  predecessorId: "Follows",
  successorId: "Followed by",
  cancellation: "Cancellation",
  origin: "Origin",
};

/** A field's word; one that is newer than this app is spelled out: `newField` is "New field". */
export function fieldWord(field: string): string {
  if (Object.hasOwn(words, field)) return words[field] ?? field;
  const spelled = field.replace(/([A-Z])/g, " $1").toLowerCase();
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}
