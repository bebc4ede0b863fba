"use client";

import { useDesk } from "./desk-context.tsx";

/** What the role allows; `why` says who can do what is not offered. The server decides, this only saves a click. */
export function useMay(): { write: boolean; administer: boolean; why: string } {
  const { role } = useDesk().session;
  return {
    write: role !== "viewer",
    administer: role === "administrator",
    why:
      role === "viewer"
        ? "You may read only. An administrator can change that."
        : "Only an administrator can do this.",
  };
}
