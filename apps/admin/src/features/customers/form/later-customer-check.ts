import { laterCheck } from "../../../ui/fields/later-check.ts";

export const laterCustomerCheck = laterCheck(() =>
  import("./customer-check.ts").then((loaded) => loaded.customerCheck),
);
