/** Runs once, before the first request: the sign-in's limits need the address of the other end, which Next does not hand on. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { stampPeerAddress } = await import("@vehicle-contracts/identity");
  const { readProcessSettings } = await import("@vehicle-contracts/settings");
  stampPeerAddress(readProcessSettings(process.env).trustedProxies);
}
