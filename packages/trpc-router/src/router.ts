import { router } from "./procedures.ts";
import { apiClients } from "./router/api-clients.ts";
import { contracts } from "./router/contracts.ts";
import { enterprise } from "./router/enterprise.ts";
import { entitlement } from "./router/entitlement.ts";
import { parties } from "./router/parties.ts";
import { plans } from "./router/plans.ts";
import { providers } from "./router/providers.ts";
import { refunds } from "./router/refunds.ts";
import { renewals } from "./router/renewals.ts";
import { ruleSets } from "./router/rule-sets.ts";
import { session } from "./router/session.ts";
import { stores } from "./router/stores.ts";
import { transfers } from "./router/transfers.ts";
import { usage } from "./router/usage.ts";
import { users } from "./router/users.ts";
import { vehicles } from "./router/vehicles.ts";

export const appRouter = router({
  contracts,
  transfers,
  renewals,
  vehicles,
  parties,
  providers,
  plans,
  stores,
  refunds,
  ruleSets,
  entitlement,
  usage,
  enterprise,
  users,
  apiClients,
  session,
});
export type AppRouter = typeof appRouter;
