export { insertRegister } from "./insert-register.ts";
export type {
  Register,
  RegisterChange,
  RegisterContract,
  RegisterParty,
  RegisterPlan,
  RegisterReading,
  RegisterReversal,
  RegisterStep,
  RegisterUsage,
  RegisterVehicle,
} from "./register.ts";
