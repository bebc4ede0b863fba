import type { Vehicle, VinPolicy } from "@vehicle-contracts/contract-model";
import { judgeVin, normaliseVin, type VinVerdict } from "@vehicle-contracts/contract-rules";
import type { VehicleForm } from "./form-values.ts";

/** What the number of the form is taken as. One that was taken once (in `base`) is not refused by a policy that came later. */
export function verdictOf(
  values: Pick<VehicleForm, "vin" | "isLegacy" | "modelYear">,
  base: Vehicle | null,
  policy: VinPolicy,
): VinVerdict {
  const isUntouched =
    base !== null &&
    normaliseVin(values.vin) === base.vin &&
    values.isLegacy === (base.vinKind === "legacy") &&
    values.modelYear === base.modelYear;
  return judgeVin({
    vin: values.vin,
    policy: isUntouched ? "warn" : policy,
    vinKind: values.isLegacy ? "legacy" : null,
    modelYear: typeof values.modelYear === "number" ? values.modelYear : null,
  });
}
