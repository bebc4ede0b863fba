import { consentChannels, partyKinds } from "@vehicle-contracts/contract-model";
import type { FilterField } from "../../../ui/filters/filter-field.ts";
import { channelWords, kindWords } from "../words.ts";

/** What the list can be narrowed by. */
export const filterFields: readonly FilterField[] = [
  {
    id: "kind",
    label: "Kind",
    kind: "choice",
    options: partyKinds.map((kind) => ({ value: kind, label: kindWords[kind] })),
  },
  {
    id: "consent",
    label: "May be contacted by",
    kind: "choice",
    options: consentChannels.map((channel) => ({ value: channel, label: channelWords[channel] })),
  },
];
