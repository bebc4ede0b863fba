import { checkForm, vehicleIn } from "./check-form.ts";

/** All of a vehicle's form that needs the schemas, loaded as one. */
export const vehicleCheck = { checkForm, vehicleIn };
