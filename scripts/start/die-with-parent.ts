/**
 * Preloaded into the API and the admin app: when the start command ends in whatever way, they end as by TERM. Only in
 * the process the start command made itself: `next dev` and `node --watch` hand the same flags to children of theirs.
 */
const GIVE_UP_AFTER_MS = 15_000;

if (process.ppid === Number(process.env.STARTED_BY) && process.channel) {
  process.once("disconnect", () => {
    setTimeout(() => process.exit(1), GIVE_UP_AFTER_MS).unref();
    process.kill(process.pid, "SIGTERM");
  });
  process.channel.unref();
}
