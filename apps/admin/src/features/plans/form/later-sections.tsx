import { sentLater } from "../../../ui/later/later.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";

export const PlanSections = sentLater(
  () => import("./plan-sections.tsx").then((loaded) => loaded.PlanSections),
  <SkeletonLines lines={8} />,
);
