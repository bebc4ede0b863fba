/** Runs something once the page is there and the browser has nothing else to do; never on the server. */
export function whenIdle(run: () => void): void {
  if (typeof window === "undefined") return;
  const idle = () =>
    // not every browser tells when it is idle
    "requestIdleCallback" in window
      ? window.requestIdleCallback(run, { timeout: 5_000 })
      : setTimeout(run, 1_000);
  if (document.readyState === "complete") idle();
  else window.addEventListener("load", idle, { once: true });
}
