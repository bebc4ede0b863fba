import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { buildAdmin } from "../start/build-admin.ts";

/** Builds the admin app as a start would, so that a start finds it built. */
const root = fileURLToPath(new URL("../..", import.meta.url));
const logs = await mkdtemp(path.join(tmpdir(), "vehicle-contracts-build-"));
try {
  await buildAdmin(root, logs, (child) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
      process.once(signal, () => void child.stop());
  });
} finally {
  await rm(logs, { recursive: true, force: true });
}
