import type { ProblemField } from "@vehicle-contracts/contract-model";
import { labels } from "./labels.ts";

/** What is required and not there, in the words of this form. */
const missing: Readonly<Record<string, string>> = {
  vehicleId: "Choose the vehicle.",
  storeId: "Choose the store.",
  type: "Choose the type of the contract.",
  "plan.code": "Enter the plan\u2019s code, or clear its version.",
  "plan.version": "Enter the plan\u2019s version, or clear its code.",
  "distance.startOdometer": "Enter the odometer at the start.",
  "distance.limit": "Enter how far it goes, or say that it has no limit.",
  "engineHours.startHours": "Enter the engine hours at the start.",
  "engineHours.limit": "Enter how many hours it goes, or say that it has no limit.",
  "deductible.amount": "Enter the amount, or choose none.",
  "allowances.*.quantity": "Enter how many are included.",
};

const generalOf = (path: string) => path.replace(/\.\d+(?=\.|$)/g, ".*");
const places = Object.keys(labels);

/** Faults from the top of the form to its bottom, one a field, with this form's words for what is missing. */
export function inFormOrder(fields: readonly ProblemField[]): ProblemField[] {
  const placeOf = ({ path }: ProblemField) => {
    const place = places.indexOf(generalOf(path));
    return place < 0 ? places.length : place;
  };
  return fields
    .filter((field, place) => fields.findIndex(({ path }) => path === field.path) === place)
    .map((field) => ({
      ...field,
      message: (field.code === "MISSING" && missing[generalOf(field.path)]) || field.message,
    }))
    .toSorted((a, b) => placeOf(a) - placeOf(b));
}
