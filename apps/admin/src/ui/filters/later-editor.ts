import { later } from "../later/later.tsx";

/** The values of one filter; loaded once the page is there. */
export const FilterEditor = later(() => import("./filter-editor.tsx").then((loaded) => loaded.FilterEditor));
