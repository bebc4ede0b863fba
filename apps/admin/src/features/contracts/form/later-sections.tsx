import { sentLater } from "../../../ui/later/later.tsx";
import { SkeletonLines } from "../../../ui/states/skeleton.tsx";

const toCome = <SkeletonLines lines={8} />;

export const ContractSections = sentLater(
  () => import("./contract-sections.tsx").then((loaded) => loaded.ContractSections),
  toCome,
);

export const ContractSectionsFrom = sentLater(
  () => import("./contract-sections.tsx").then((loaded) => loaded.ContractSectionsFrom),
  toCome,
);
