import type { ContractRead, Vehicle } from "@vehicle-contracts/contract-model";

/** Whether engine hours matter for a vehicle: they have been read, or a contract goes by them. */
export const hasHoursMeter = (
  vehicle: Pick<Vehicle, "latestHours">,
  contracts: readonly Pick<ContractRead, "engineHours">[],
): boolean =>
  vehicle.latestHours !== null || contracts.some(({ engineHours }) => engineHours.kind !== "unlimited");
