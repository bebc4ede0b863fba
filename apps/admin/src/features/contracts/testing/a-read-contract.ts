import type { Contract, ContractRead } from "@vehicle-contracts/contract-model";
import { aContract } from "./a-contract.ts";

type Shorts = Pick<ContractRead, "vehicle" | "holder" | "provider" | "store">;

/** `aContract` with its vehicle, holder, provider and store in short: read at 33,000 km on 1 Aug 2027, where today is 1 Aug 2027. */
export const aReadContract = (
  given: Partial<Contract> = {},
  { vehicle, store }: { vehicle?: Partial<Shorts["vehicle"]>; store?: Partial<Shorts["store"]> } = {},
): ContractRead => {
  const contract = aContract(given);
  return {
    ...contract,
    vehicle: {
      vehicleId: contract.vehicleId,
      vin: "WVWZZZCD0PW586006",
      licensePlate: "K LM 4471",
      make: "BMW",
      model: "320d",
      variant: "Touring",
      latestOdometer: { value: 33_000, unit: "KM", date: "2027-08-01" },
      latestHours: null,
      ...vehicle,
    },
    holder: { partyId: "annika", name: "Annika Reuterhof" },
    provider: { providerId: "larkmoor", name: "Larkmoor" },
    store: { storeId: contract.storeId, name: "Köln", today: "2027-08-01", ...store },
  };
};
