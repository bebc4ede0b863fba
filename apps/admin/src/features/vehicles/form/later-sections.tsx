import { sentLater } from "../../../ui/later/later.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";

export const VehicleSections = sentLater(
  () => import("./vehicle-sections.tsx").then((loaded) => loaded.VehicleSections),
  <SkeletonLines lines={8} />,
);
