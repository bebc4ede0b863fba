import { z } from "zod";
import { Id } from "../values.ts";
import { Contract } from "./contract.ts";

/** Vehicle, holder, provider and store in short, beside a contract that is read. */
export const ContractShorts = z.object({
  vehicle: z.object({
    vehicleId: Id,
    vin: z.string(),
    licensePlate: z.string().nullable(),
    make: z.string().nullable(),
    model: z.string().nullable(),
    variant: z.string().nullable(),
    /** What limits are counted against today. */
    latestOdometer: z.object({ value: z.int(), unit: z.enum(["KM", "MI"]), date: z.string() }).nullable(),
    latestHours: z.object({ value: z.int(), date: z.string() }).nullable(),
  }),
  /** The holder at the store's today, else the last one named; null while there is none. */
  holder: z.object({ partyId: Id, name: z.string() }).nullable(),
  provider: z.object({ providerId: Id, name: z.string() }).nullable(),
  /** `today` is the store's calendar date at the time of the answer: what `effectiveStatus` was derived at. */
  store: z.object({ storeId: Id, name: z.string(), today: z.string() }),
});
export type ContractShorts = z.infer<typeof ContractShorts>;

export const ContractRead = Contract.extend(ContractShorts.shape);
export type ContractRead = z.infer<typeof ContractRead>;
