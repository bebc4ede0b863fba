export { insertRegister } from "./insert-register.ts";
export type {
  Register,
  RegisterContract,
  RegisterParty,
  RegisterPlan,
  RegisterReading,
  RegisterStep,
  RegisterVehicle,
} from "./register.ts";
