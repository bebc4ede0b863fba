import { ProviderInput } from "@vehicle-contracts/contract-model";
import { schemaResolver } from "../../../ui/fields/schema-resolver.ts";

/** Checks the form of a provider by the model. */
export const providerResolver = schemaResolver(ProviderInput, {
  name: "Enter the name.",
  kind: "Choose who it is.",
});
