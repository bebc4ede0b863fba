import { accessSync, constants } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import path from "node:path";

export interface Browser {
  readonly executablePath: string;
  /** To be added to its environment. */
  readonly env: Readonly<Record<string, string>>;
}

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly system: string;
  isProgram(file: string): boolean;
}

const here: Surroundings = {
  env: process.env,
  system: `${platform()}-${arch()}`,
  isProgram(file) {
    try {
      accessSync(file, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  },
};

/**
 * The Chromium to test with: CHROMIUM_PATH, an installed Chromium or Chrome, or (Linux x64) the one of
 * @sparticuz/chromium, unpacked with its own libraries into the scratch folder.
 *
 * @throws Error with one sentence when there is none
 */
export async function findBrowser(scratch: string, surroundings: Surroundings = here): Promise<Browser> {
  const { env, system, isProgram } = surroundings;
  const named = env.CHROMIUM_PATH;
  if (named) {
    if (isProgram(named)) return { executablePath: named, env: {} };
    throw new Error(
      `CHROMIUM_PATH is "${named}", which is no program; set it to the path of a Chromium or Chrome.`,
    );
  }
  const folders = (env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const candidates = folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  const installed = [...candidates, ...applications].find(isProgram);
  if (installed) return { executablePath: installed, env: {} };
  if (system === "linux-x64") return unpackBrowser(scratch);
  throw new Error(
    `No browser was found for ${system}; install Chromium or Chrome, or set CHROMIUM_PATH to one.`,
  );
}

/** It needs nothing of the system: its libraries and fonts come with it. */
async function unpackBrowser(scratch: string): Promise<Browser> {
  await mkdir(scratch, { recursive: true });
  const before = process.env.TMPDIR;
  // It unpacks to the temporary folder, and takes whatever is named like it there, however old.
  process.env.TMPDIR = scratch;
  try {
    const { inflate } = await import("@sparticuz/chromium");
    const entry = createRequire(import.meta.url).resolve("@sparticuz/chromium");
    const packed = (name: string) => path.join(path.dirname(entry), "..", "bin", name);
    const archives = ["chromium.br", "fonts.tar.br", "swiftshader.tar.br", "al2023.tar.br"];
    await Promise.all(archives.map((name) => inflate(packed(name))));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  const fonts = path.join(scratch, "fonts");
  await writeFile(path.join(fonts, "fonts.conf"), fontsIn(fonts));
  return {
    executablePath: path.join(scratch, "chromium"),
    env: { LD_LIBRARY_PATH: path.join(scratch, "al2023/lib"), FONTCONFIG_PATH: fonts },
  };
}

/**
 * Where its fonts are: the file that comes with them names other folders. Without a single font this Chromium ends itself
 * where a field is drawn before the page's own fonts have come.
 */
const fontsIn = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}</dir>
  <cachedir>${folder}-cache</cachedir>
</fontconfig>
`;
