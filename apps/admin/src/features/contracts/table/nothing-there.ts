import { later } from "../../../ui/later/later.tsx";

// What is shown where there is no row: most pages have rows, and show none of these.

export const NoContracts = later(() => import("./no-contracts.tsx").then((loaded) => loaded.NoContracts));
export const NobodyThere = later(() => import("./no-contracts.tsx").then((loaded) => loaded.NobodyThere));
export const NotGranted = later(() => import("./not-granted.tsx").then((loaded) => loaded.NotGranted));
