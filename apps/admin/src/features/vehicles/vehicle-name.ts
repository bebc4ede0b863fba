import type { ContractRead } from "@vehicle-contracts/contract-model";

/** Make, model and variant as one speaks of a car; its VIN where none of them is known. */
export function vehicleName({
  make,
  model,
  variant,
  vin,
}: Pick<ContractRead["vehicle"], "make" | "model" | "variant" | "vin">): string {
  const words = [make, model, variant].filter((word) => word !== null && word !== "");
  return words.length > 0 ? words.join(" ") : vin;
}
