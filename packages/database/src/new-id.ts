import { v7 } from "uuid";

/** A new id: UUIDv7, lower case. Those made later by one process sort after those made before. */
export const newId = (): string => v7();
