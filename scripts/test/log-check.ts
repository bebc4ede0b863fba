import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

export interface Logged {
  /** Where it was kept, from the root. */
  readonly file: string;
  readonly text: string;
}

/** What looks like something that belongs in no log, whoever's it is. */
const shapes: readonly (readonly [what: string, shape: RegExp])[] = [
  ["a VIN", /\b(?=[A-HJ-NPR-Z0-9]*[A-Z])(?=[A-HJ-NPR-Z0-9]*\d)[A-HJ-NPR-Z0-9]{17}\b/],
  ["an e-mail address", /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}\b/i],
  ["a token", /\b(?:bearer|basic) +[\w.~+/=-]{8,}/i],
  ["a session's cookie", /session_token["'= :]/i],
  ["a secret of some form", /"(?:password|secret|token|authorization|cookie|client_?secret)"\s*:\s*"(?!")/i],
  ["a hash of a password", /\$(?:argon2\w*|scrypt|2[aby])\$/],
];

/** The different texts of the lines: of JSON its values, at any depth; of anything else the line itself. */
function textsOf(log: string): Set<string> {
  const texts = new Set<string>();
  const take = (value: unknown): void => {
    if (typeof value === "string") texts.add(value);
    else if (typeof value === "object" && value !== null)
      for (const [name, part] of Object.entries(value)) {
        texts.add(name);
        take(part);
      }
  };
  for (const line of log.split("\n")) {
    if (line.trim() === "") continue;
    const json = parsed(line);
    if (json === undefined) texts.add(line);
    else take(json);
    for (const [what, shape] of shapes)
      if (json !== undefined && what.startsWith("a secret") && shape.test(line)) texts.add(line);
  }
  return texts;
}

function parsed(line: string): unknown {
  try {
    return line.startsWith("{") ? JSON.parse(line) : undefined;
  } catch {
    return undefined;
  }
}

/** Short ones are words that stand in any log: a plate "A 1", a user named "Al". */
const shortest = 5;

/** Each place where a log holds one of the values, or what looks like one; "nothing was logged" where nothing was. */
export function faultsOf(logs: readonly Logged[], values: readonly string[]): string[] {
  const telling = [...new Set(values)].filter((value) => value.length >= shortest);
  const faults = logs.flatMap(({ file, text }) =>
    [...textsOf(text)].flatMap((logged) => [
      ...telling
        .filter((value) => logged.includes(value))
        .map(() => `${file} holds a value of the register: ${logged.slice(0, 200)}`),
      ...shapes
        .filter(([, shape]) => shape.test(logged))
        .map(([what]) => `${file} holds ${what}: ${logged.slice(0, 200)}`),
    ]),
  );
  return [...new Set(faults)];
}

const Values = z.array(z.string());

/** What the tests kept of the programs' logs, beside the values that they used: `test-logs` of each package. */
export async function keptLogs(root: string): Promise<{ logs: Logged[]; values: string[] }> {
  const read = (pattern: string) =>
    Promise.all(
      globSync(`{apps,packages}/*/test-logs/${pattern}`, { cwd: root }).map(async (file) => ({
        file,
        text: await readFile(path.join(root, file), "utf8"),
      })),
    );
  const [logs, kept] = await Promise.all([read("*.log"), read("*.values.json")]);
  return { logs, values: kept.flatMap(({ text }) => Values.parse(JSON.parse(text))) };
}

/** Programs that a whole run is to have logs of. */
const programs = ["api", "admin"];

/** What is wrong with the logs of a whole run: also where a program logged nothing, or nothing was used. */
export function faultsOfRun({
  logs,
  values,
}: {
  logs: readonly Logged[];
  values: readonly string[];
}): string[] {
  const silent = programs.filter(
    (program) => !logs.some(({ text }) => text.includes(`"service":"${program}"`)),
  );
  return [
    ...silent.map((program) => `nothing was logged by the ${program}`),
    ...(logs.some(({ file }) => file.includes("postgres")) ? [] : ["nothing was logged by the database"]),
    ...(values.length > 100 ? [] : [`only ${values.length} values of the register were kept to look for`]),
    ...faultsOf(logs, values),
  ];
}
