import type { Settings } from "@vehicle-contracts/settings";

export interface Addresses {
  /** For people and their browsers. */
  readonly adminUrl: string;
  /** For programs. */
  readonly apiUrl: string;
  /** The same, by the address that is listened on: for this program's own questions. */
  readonly adminProbe: string;
  readonly apiProbe: string;
}

const local = ["127.0.0.1", "::1", "0.0.0.0", "::", "localhost"];
const inUrl = (host: string) => (host.includes(":") ? `[${host}]` : host);

export function addressesOf({ host, adminPort, apiPort, adminUrl, apiUrl }: Settings): Addresses {
  const shown = local.includes(host) ? "localhost" : inUrl(host);
  const own = host === "0.0.0.0" ? "127.0.0.1" : host === "::" ? "[::1]" : inUrl(host);
  return {
    adminUrl: adminUrl ?? new URL(`http://${shown}:${adminPort}`).origin,
    apiUrl: apiUrl ?? new URL(`http://${shown}:${apiPort}`).origin,
    adminProbe: `http://${own}:${adminPort}`,
    apiProbe: `http://${own}:${apiPort}`,
  };
}
