import { instantText, Temporal } from "@vehicle-contracts/contract-rules/temporal";

/** Now, by this device's clock, as RFC 3339 in UTC: for what is shown of this device alone, never for a store's day. */
export const deviceNow = (): string => instantText(Temporal.Now.instant());
