import { laterCheck } from "../../../ui/fields/later-check.ts";

export const laterVehicleCheck = laterCheck(() =>
  import("./vehicle-check.ts").then((loaded) => loaded.vehicleCheck),
);
