import { type ChildProcess, execFile } from "node:child_process";
import path from "node:path";

/** The repository's root, where pnpm runs a script wherever it was called. */
const root = path.join(import.meta.dirname, "../..");

export type Outcome = { code: number; output: string; errors: string };

type Surroundings = {
  /** All that the command finds in its environment but PATH. */
  readonly env?: Readonly<Record<string, string>>;
  /** The root, where nothing else is said. */
  readonly folder?: string;
  readonly whileRunning?: (command: ChildProcess) => void;
};

/**
 * Runs a command of `scripts/` as pnpm does, in a process of its own and nobody being at a terminal. Its code is
 * compiled once a machine, not once a run: a command that ends soon does little else.
 *
 * @param script "api-client"
 */
export function runCommand(
  script: string,
  words: readonly string[],
  { env = {}, folder = root, whileRunning = () => {} }: Surroundings = {},
): Promise<Outcome> {
  const compiled = path.join(root, "node_modules/.cache/compiled");
  return new Promise((resolve) => {
    const command = execFile(
      process.execPath,
      [path.join(root, "scripts", `${script}.ts`), ...words],
      { cwd: folder, env: { PATH: process.env.PATH ?? "", NODE_COMPILE_CACHE: compiled, ...env } },
      (error, output, errors) => resolve({ code: error ? Number(error.code) : 0, output, errors }),
    );
    whileRunning(command);
  });
}
