import type { Contract, Vehicle } from "@vehicle-contracts/contract-model";
import { typeWord } from "./words.ts";

type Named = Pick<Contract, "contractNumber" | "type"> & { vehicle: Pick<Vehicle, "licensePlate"> | null };

/** A contract in a message: its number, else its type and the vehicle's plate. */
export const contractName = ({ contractNumber, type, vehicle }: Named): string =>
  contractNumber ?? [typeWord(type), vehicle?.licensePlate].filter(Boolean).join(", ");
