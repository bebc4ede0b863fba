import { type Provider, type ProviderKind, providerKinds } from "@vehicle-contracts/contract-model";

type Words = { label: string; note: string };

const kinds: Readonly<Record<ProviderKind, Words>> = {
  MANUFACTURER: { label: "Manufacturer", note: "who made the vehicle" },
  IMPORTER: { label: "Importer", note: "the maker’s house in this country" },
  DEALER: { label: "Dealer", note: "a dealership, such as this group" },
  INSURER: { label: "Insurer", note: "an insurance company" },
  ADMINISTRATOR: { label: "Administrator", note: "runs contracts for others" },
};

/** What a kind of provider is called. */
export const kindWord = (kind: ProviderKind): string => kinds[kind].label;

/** The kinds to choose from, each with what it means. */
export const kindOptions = providerKinds.map((kind) => ({ value: kind, ...kinds[kind] }));

/** What the fields of a provider are called, in the order of the form. */
export const fieldLabels = { name: "Name", kind: "Who it is" } as const;

/** A field's value in words. */
export const fieldWords = (
  field: keyof typeof fieldLabels,
  provider: Pick<Provider, "name" | "kind">,
): string => (field === "kind" ? kindWord(provider.kind) : provider.name);
