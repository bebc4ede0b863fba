import { completePlan } from "@vehicle-contracts/contract-rules";
import type { contractPlanVersion } from "@vehicle-contracts/database";
import { planColumns } from "../internal/plan-row.ts";
import { valueOrRefuse } from "../service-error.ts";
import type { RegisterPlan } from "./register.ts";

/** The row of a version of a plan. Throws RULE_BROKEN for a price that is none. */
export function planRow(
  enterpriseId: string,
  { createdAt, by, version, plan, releasedAt, retiredAt }: RegisterPlan,
): typeof contractPlanVersion.$inferInsert {
  const { code, ...fields } = plan;
  return {
    ...planColumns(valueOrRefuse(completePlan(fields))),
    ...{ enterpriseId, code, version, createdBy: by, createdAt },
    revision: 1 + (releasedAt ? 1 : 0) + (retiredAt ? 1 : 0),
    state: retiredAt ? "RETIRED" : releasedAt ? "READY" : "DRAFT",
    updatedAt: retiredAt ?? releasedAt ?? createdAt,
    releasedAt,
    releasedBy: releasedAt ? by : null,
    retiredAt,
    retiredBy: retiredAt ? by : null,
  };
}
