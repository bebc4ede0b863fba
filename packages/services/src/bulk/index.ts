export { insertRegister } from "./insert-register.ts";
export type {
  Register,
  RegisterContract,
  RegisterParty,
  RegisterReading,
  RegisterStep,
  RegisterVehicle,
} from "./register.ts";
