import path from "node:path";
import { codeOnly, withoutComments } from "./imports-of.ts";
import type { Violation } from "./violation.ts";
import { SCOPE, type Source, type Workspace } from "./workspace.ts";

const HOME = "apps/admin/src/";
const PAGE_LINES = 30;
const SCREEN_LINES = 120;

const writtenPath =
  /(?:\bhref\s*[=:]\s*\{?\s*|\b(?:push|replace|redirect|permanentRedirect|prefetch)\(\s*)(["'`])\/(?!\/)/;

/** "features/contracts/table/row.tsx" → ["contracts", "table/row.tsx"]; null outside the features. */
function featureOf(file: string): [noun: string, rest: string] | null {
  const [, noun, rest] = /^apps\/admin\/src\/features\/([^/]+)\/(.+)$/.exec(file) ?? [];
  return noun && rest ? [noun, rest] : null;
}

function lengthFault({ file, text }: Source): string | null {
  const lines = text.trimEnd().split("\n").length;
  const isPage = file.startsWith(`${HOME}app/`) && path.posix.basename(file) === "page.tsx";
  if (isPage && lines > PAGE_LINES) {
    return `a page of ${lines} lines: it has at most ${PAGE_LINES}, the rest belongs to its feature's screen`;
  }
  if (file.endsWith("-screen.tsx") && lines > SCREEN_LINES) {
    return `a screen of ${lines} lines: it has at most ${SCREEN_LINES}, the rest belongs to a subfolder of its feature`;
  }
  return null;
}

function importFaults({ file, imports }: Source): string[] {
  const own = featureOf(file);
  const faults: string[] = [];
  for (const { specifier } of imports) {
    if (!specifier.startsWith(".")) continue;
    const target = path.posix.join(path.posix.dirname(file), specifier);
    const feature = featureOf(target);
    if (!feature) continue;
    const [noun, rest] = feature;
    if (file.startsWith(`${HOME}ui/`)) faults.push(`ui/ knows no noun, but imports the feature ${noun}`);
    else if (own?.[0] !== noun && rest.includes("/")) {
      faults.push(`${rest} is a private part of the feature ${noun}: import one of the files at its top`);
    }
  }
  return faults;
}

/** Where the app is a server and nothing else: the rest may reach a browser. */
const onServer = /^apps\/admin\/src\/(?:app\/api\/|instrumentation\.ts$)/;
const ofServer = new RegExp(`^${SCOPE}(?:database|identity|services|settings|trpc-router)(?:/|$)`);

function serverFaults({ file, imports }: Source): string[] {
  if (onServer.test(file) || imports.some(({ specifier }) => specifier === "server-only")) return [];
  return imports
    .filter(({ specifier, isTypeOnly }) => ofServer.test(specifier) && !isTypeOnly)
    .map(({ specifier }) => `${specifier} is the server's: what runs it imports "server-only"`);
}

function textFaults({ file, text }: Source): string[] {
  const name = path.posix.basename(file);
  const faults: string[] = [];
  if (/\buseEffect\b/.test(codeOnly(text)) && !/^use-[\w-]+\.tsx?$/.test(name)) {
    faults.push("useEffect: put it into a use-*.ts that names the system outside React");
  }
  if (/["']use server["']/.test(withoutComments(text))) {
    faults.push('a server action ("use server"): what changes something goes through tRPC');
  }
  if (file !== `${HOME}routes.ts` && writtenPath.test(withoutComments(text))) {
    faults.push("a path is written out: take it from routes.ts");
  }
  if (featureOf(file) && /^index\.tsx?$/.test(name)) {
    faults.push("an index file in a feature: its top-level files are its face");
  }
  return faults;
}

/** The rules of the admin app's house. */
export function adminHouse({ packages }: Workspace): Violation[] {
  const sources = packages
    .flatMap((owner) => owner.sources)
    .filter(({ file, isTest }) => file.startsWith(HOME) && !isTest);
  return sources.flatMap((source) => {
    const long = lengthFault(source);
    const messages = [
      ...(long ? [long] : []),
      ...importFaults(source),
      ...serverFaults(source),
      ...textFaults(source),
    ];
    return messages.map((message) => ({ file: source.file, message }));
  });
}
