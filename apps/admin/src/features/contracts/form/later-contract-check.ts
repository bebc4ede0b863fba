import { laterCheck } from "../../../ui/fields/later-check.ts";

export const laterContractCheck = laterCheck(() =>
  import("./contract-check.ts").then((loaded) => loaded.contractCheck),
);
