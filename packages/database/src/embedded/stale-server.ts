import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { promisify } from "node:util";
import type { Binaries } from "./binaries.ts";
import { EmbeddedError } from "./embedded-error.ts";
import { postmasterFilePath, readPostmasterFile } from "./postmaster-file.ts";
import type { RunAs } from "./run-as.ts";

const run = promisify(execFile);

/** The command line of a process; empty when there is none. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === "linux") {
    const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    return text.replaceAll("\0", " ");
  }
  return run("ps", ["-o", "command=", "-p", String(pid)]).then(
    ({ stdout }) => stdout,
    () => "",
  );
}

/** Also true of a process that has ended but was not yet taken note of by its parent. */
function isListed(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/**
 * PostgreSQL takes any listed process for the server its file names, unless it is its own parent. So the parent is
 * named, and the rest of the file stays: by it PostgreSQL looks whether something of the dead server still runs.
 */
async function disown(cluster: string): Promise<void> {
  const file = postmasterFilePath(cluster);
  const lines = (await readFile(file, "utf8")).split("\n");
  await writeFile(file, [String(process.pid), ...lines.slice(1)].join("\n"));
}

/**
 * Stops the server that a killed run left on this cluster, as fast as it can without harm. A process id that another
 * program has by now is left alone.
 *
 * @returns true when there was one
 * @throws EmbeddedError when the server does not end within 60 s
 */
export async function stopStaleServer(binaries: Binaries, as: RunAs, cluster: string): Promise<boolean> {
  const left = await readPostmasterFile(cluster);
  if (!left) return false;
  const command = await commandLine(left.pid);
  if (!(command.includes("postgres") && command.includes(cluster))) {
    if (isListed(left.pid)) await disown(cluster);
    return false;
  }
  const [file, args] = as.command(binaries.pg_ctl, [
    "stop",
    "-D",
    cluster,
    "-m",
    "fast",
    "-w",
    "-t",
    "60",
    "-s",
  ]);
  await run(file, [...args], as.options).catch(async (cause: unknown) => {
    if ((await commandLine(left.pid)) === "") return;
    throw new EmbeddedError(
      `The database of an earlier run (process ${left.pid}) still runs and does not stop. End it, then start again.`,
      { cause },
    );
  });
  return true;
}
