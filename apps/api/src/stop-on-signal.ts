/** Milliseconds that accepted work has to finish before the process ends all the same. */
const patience = 25_000;

/** SIGTERM and SIGINT call `stop` once and end the process: 0 when it stopped cleanly, 1 when not or not in time. */
export function stopOnSignal(stop: (signal: string) => Promise<void>): void {
  let stopping = false;
  const onSignal = (signal: string) => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    stop(signal).then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
}
