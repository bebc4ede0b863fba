import type { Plan } from "@vehicle-contracts/contract-model";
import { newId } from "@vehicle-contracts/database";
import { aPlan, aPlanInput, aReadyPlan } from "@vehicle-contracts/services/testing";
import type { Example, Register } from "./examples.ts";

/** Examples of the catalogue's procedures. */
export function planExamples(own: Register, theirs: Register): Record<string, Example> {
  const { group } = own;
  const hamburg = group.hamburg.storeId;
  const { storeId: theirStore } = theirs.group.hamburg;
  const key = () => ({ idempotencyKey: newId() });
  const vehicle = { vehicleId: theirs.vehicleId };
  const versionOf = ({ code, version, revision }: Plan) => ({ code, version, revision });
  const plan = async () => versionOf(await aPlan(group, { providerId: own.providerId }));

  return {
    "plans.list": {
      role: "viewer",
      input: () => ({ filter: { state: ["READY"], providerId: [own.providerId] } }),
      ids: {},
    },
    "plans.get": { role: "viewer", input: () => ({ code: own.planCode }), ids: { code: theirs.planCode } },
    "plans.offer": {
      role: "viewer",
      byStore: true,
      input: (storeId = hamburg) => ({ vehicleId: own.vehicleId, storeId }),
      ids: { ...vehicle, storeId: theirStore },
    },
    "plans.create": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({ ...key(), plan: await aPlanInput(group, { providerId: own.providerId }) }),
      ids: { "plan.providerId": theirs.providerId },
    },
    "plans.update": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({ ...(await plan()), changes: { name: "Service", providerId: own.providerId } }),
      ids: { code: theirs.planCode, "changes.providerId": theirs.providerId },
    },
    "plans.newVersion": {
      role: "administrator",
      withoutStores: true,
      input: async () => ({
        ...key(),
        code: (await aReadyPlan(group, { providerId: own.providerId })).code,
      }),
      ids: { code: theirs.planCode },
    },
    "plans.release": {
      role: "administrator",
      withoutStores: true,
      input: plan,
      ids: { code: theirs.planCode },
    },
    "plans.retire": {
      role: "administrator",
      withoutStores: true,
      input: async () => versionOf(await aReadyPlan(group, { providerId: own.providerId })),
      ids: { code: theirs.planCode },
    },
  };
}
