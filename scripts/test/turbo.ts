import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const summarySchema = z.object({
  tasks: z.array(
    z.object({
      taskId: z.string(),
      task: z.string(),
      // A task that turbo never began has none.
      logFile: z.string().optional(),
      execution: z.object({ exitCode: z.number().nullish() }).nullish(),
    }),
  ),
});

/** A task of a run. */
export interface TaskResult {
  /** "@vehicle-contracts/settings#test" */
  readonly id: string;
  readonly task: string;
  readonly hasPassed: boolean;
  /** Its output, also where it was taken from the cache. */
  readonly log: string;
}

/**
 * Runs turbo, its output going to this terminal, and reads what became of each task from turbo's own summary. Tasks
 * that could not be begun, because one they depend on failed, are not among them.
 */
export async function runTurbo(
  root: string,
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<{ exitCode: number; tasks: TaskResult[] }> {
  const runs = path.join(root, ".turbo/runs");
  await rm(runs, { recursive: true, force: true });
  await mkdir(runs, { recursive: true });
  const child = spawn("turbo", ["run", ...args, "--summarize", "--continue"], {
    cwd: root,
    env,
    stdio: "inherit",
  });
  const [code]: unknown[] = await once(child, "exit");
  const exitCode = typeof code === "number" ? code : 1;
  const [file] = (await readdir(runs)).filter((name) => name.endsWith(".json"));
  if (!file) return { exitCode: exitCode || 1, tasks: [] };
  const { tasks } = summarySchema.parse(JSON.parse(await readFile(path.join(runs, file), "utf8")));
  const results: TaskResult[] = [];
  for (const { taskId, task, logFile, execution } of tasks) {
    // Tasks without a command only carry hashes from package to package.
    if (!execution || logFile === undefined) continue;
    const log = await readFile(path.join(root, logFile), "utf8").catch(() => "");
    results.push({ id: taskId, task, hasPassed: execution.exitCode === 0, log });
  }
  return { exitCode, tasks: results };
}
