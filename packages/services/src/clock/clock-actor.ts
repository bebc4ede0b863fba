import type { Actor } from "../actor.ts";

/** Who the history says moved a contract where nobody did but time. `correlationId`: of the run, so that its log is found. */
export const clockActor = (enterpriseId: string, correlationId: string): Actor => ({
  kind: "JOB",
  id: "contract-clock",
  name: "Clock",
  enterpriseId,
  role: "administrator",
  storeIds: "all",
  scopes: "all",
  onBehalfOf: null,
  correlationId,
});
