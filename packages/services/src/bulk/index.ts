export { insertRegister } from "./insert-register.ts";
export type {
  Register,
  RegisterContract,
  RegisterReading,
  RegisterStep,
  RegisterVehicle,
} from "./register.ts";
