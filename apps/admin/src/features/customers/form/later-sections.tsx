import { sentLater } from "../../../ui/later/later.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";

export const CustomerSections = sentLater(
  () => import("./customer-sections.tsx").then((loaded) => loaded.CustomerSections),
  <SkeletonLines lines={8} />,
);
