import { Store } from "@vehicle-contracts/contract-model";
import { schemaResolver } from "../../../ui/fields/schema-resolver.ts";

/** Checks the form of a store by the model. */
export const storeResolver = schemaResolver(Store.omit({ storeId: true, version: true }), {
  name: "Enter the name.",
  country: "Choose the country.",
  timeZone: "Choose the time zone.",
  currency: "Choose the currency.",
  distanceUnit: "Choose the unit.",
});
