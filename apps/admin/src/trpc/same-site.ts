/**
 * Whether a request that may change something comes from our own pages, or from no page at all (a script, which has no
 * cookie of somebody else to misuse). Browsers say it in Sec-Fetch-Site, older ones in Origin. `adminUrl` is our origin;
 * on one's own machine it is met under localhost and 127.0.0.1 alike.
 */
export function isSameSite(headers: Headers, adminUrl: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const origin = headers.get("origin");
  return origin === null || namesOf(adminUrl).includes(origin);
}

function namesOf(adminUrl: string): string[] {
  const { protocol, hostname, port, origin } = new URL(adminUrl);
  if (hostname !== "localhost" && hostname !== "127.0.0.1") return [origin];
  return ["localhost", "127.0.0.1"].map((name) => `${protocol}//${name}${port ? `:${port}` : ""}`);
}
