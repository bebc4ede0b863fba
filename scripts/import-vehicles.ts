// npx pnpm@12 import-vehicles FILE: vehicles from a CSV file into the register.
import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import path from "node:path";
import { parseArgs } from "node:util";
import { CalendarDate, Id } from "@vehicle-contracts/contract-model";
import { openDatabase } from "@vehicle-contracts/database/unit-of-work";
import {
  type Actor,
  type DateOrder,
  dateOrders,
  ImportRefused,
  type ImportReport,
  importVehicles,
  ServiceError,
} from "@vehicle-contracts/services";
import { readSettings } from "@vehicle-contracts/settings";
import { SingleBar } from "cli-progress";
import { type ReadableFile, readableFile, UsageError } from "./import-vehicles/readable-file.ts";
import { timeLeft } from "./import-vehicles/time-left.ts";
import { onEnd } from "./start/ending.ts";
import { isMeantForPeople, isOfOptions } from "./start/start-error.ts";
import { withDatabase } from "./start/with-database.ts";

const usage = `npx pnpm@12 import-vehicles FILE --enterprise ID --store ID
  [--map field=Column]… [--date-order dmy|mdy] [--dry-run] [--report FILE.json] [--reading-date YYYY-MM-DD]
Imports vehicles from a CSV file with the names of the columns in its first line. Encoding and delimiter are found out.
FILE may be -, for what is piped into the command.
  --map           says which column holds a field where its name does not tell: --map vin=Number. Fields: vin, vinKind,
                  licensePlate, engineNumber, make, model, variant, modelYear, firstRegistrationDate, fuel, and one of
                  mileage (miles), kilometres, odometer (in the store's unit).
  --date-order    says whether 03/09/2021 is 3 September (dmy) or 9 March (mdy); other ways of writing a date need none.
  --dry-run       says what the import would do, and writes nothing.
  --report        writes the report to a file, as JSON.
  --reading-date  the day on which the odometers were read; without it, the store's today.
A row is taken or refused as a whole, and stops no other. The same file again changes nothing. Ctrl-C stops after the rows
in hand and says what was done; the same file again goes on with the rest.
DATABASE_URL names the database's owner; without it, the register in DATA_DIR (.data) is used, whether it runs or not.
Exits 0 where every row was taken, 1 where some were refused, 2 where nothing could be imported, 130 where it was
stopped by Ctrl-C, 143 by TERM.`;

const options = {
  enterprise: { type: "string" },
  store: { type: "string" },
  map: { type: "string", multiple: true },
  "date-order": { type: "string" },
  "dry-run": { type: "boolean" },
  report: { type: "string" },
  "reading-date": { type: "string" },
  help: { type: "boolean" },
} as const;

// pnpm runs this in the repository's root; the caller's own folder is in INIT_CWD.
const fromCaller = (file: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), file);
const deadlineMs = 60_000;
/** Refused rows and warnings shown at the terminal; the report has all of them. */
const shownAtMost = 20;

function asked() {
  const { values, positionals } = parseArgs({
    args: process.argv.slice(2).filter((word) => word !== "--"),
    options,
    allowPositionals: true,
  });
  if (values.help) return null;
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new UsageError(`Name one file.\n${usage}`);
  const date = values["reading-date"];
  if (date !== undefined && !CalendarDate.safeParse(date).success)
    throw new UsageError(`--reading-date ${date} is not a date. Write it as 2026-01-31.`);
  return {
    file,
    enterpriseId: idOf("enterprise", values.enterprise),
    storeId: idOf("store", values.store),
    map: mapOf(values.map ?? []),
    dateOrder: dateOrderOf(values["date-order"]),
    dryRun: values["dry-run"] ?? false,
    report: values.report === undefined ? null : fromCaller(values.report),
    readingDate: date,
  };
}
type Asked = NonNullable<ReturnType<typeof asked>>;

function idOf(option: "enterprise" | "store", given: string | undefined): string {
  if (given === undefined) throw new UsageError(`Name the ${option}: --${option} ID.\n${usage}`);
  const id = Id.safeParse(given);
  if (id.success) return id.data;
  throw new UsageError(
    `--${option} ${given} is not an id: a UUID such as 0199b3c4-5d6e-7f80-9a1b-2c3d4e5f6071.`,
  );
}

function dateOrderOf(given: string | undefined): DateOrder | undefined {
  const order = dateOrders.find((each) => each === given);
  if (order || given === undefined) return order;
  throw new UsageError(
    `--date-order ${given} is no order. Write dmy (the day first) or mdy (the month first).`,
  );
}

function mapOf(pairs: readonly string[]): Record<string, string> {
  const map: Record<string, string> = {};
  for (const pair of pairs) {
    const [field, column] = [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)];
    if (!pair.includes("=") || !field || !column)
      throw new UsageError(`--map ${pair} names no field and column. Write it as --map vin=Number.`);
    if (field in map) throw new UsageError(`--map names ${field} twice. Map one column to it.`);
    map[field] = column;
  }
  return map;
}

/** Before the import: a report that cannot be written is known before anything is. */
const openReport = (file: string) =>
  open(file, "w").catch(() => {
    throw new UsageError(`The report ${file} cannot be written there. Name a file in a folder that exists.`);
  });

async function importInto(
  programUrl: string,
  { enterpriseId, ...how }: Asked,
  { file, size }: ReadableFile,
  signal: AbortSignal,
): Promise<ImportReport> {
  const database = openDatabase({
    url: programUrl,
    max: 1,
    applicationName: "vehicle-contracts import-vehicles",
  });
  const actor: Actor = {
    kind: "JOB",
    id: "import-vehicles",
    name: "Vehicle import",
    enterpriseId,
    role: "administrator",
    storeIds: "all",
    scopes: "all",
    onBehalfOf: null,
    correlationId: randomUUID(),
  };
  const bar = process.stderr.isTTY
    ? new SingleBar({
        format: "{bar} {percentage} %  {rows}{left}",
        stream: process.stderr,
      })
    : null;
  const begunAt = performance.now();
  try {
    bar?.start(size, 0, { rows: rowsOf(0), left: "" });
    return await importVehicles(
      {
        read: (work) => database.read(enterpriseId, work, { deadlineMs }),
        write: (work) => database.write(enterpriseId, work, { deadlineMs }),
      },
      actor,
      {
        ...how,
        file: () => createReadStream(file),
        signal,
        onProgress: ({ bytes, rows }) =>
          bar?.update(Math.min(bytes, size), {
            rows: rowsOf(rows),
            left: timeLeft(performance.now() - begunAt, bytes / size),
          }),
      },
    );
  } finally {
    bar?.stop();
    await database.close();
  }
}

const rowsOf = (count: number) => `${count} ${count === 1 ? "row" : "rows"}`;

function stopOf(line: number, taken: number, dryRun: boolean): string {
  if (dryRun) return `Stopped after line ${line}.`;
  const are = taken === 1 ? "is" : "are";
  return `Stopped after line ${line}: ${rowsOf(taken)} ${are} taken; the same file again goes on with the rest.`;
}

function summaryOf(report: ImportReport, dryRun: boolean): string[] {
  const { rows, created, updated, unchanged, refused, warnings, unmapped, stoppedAfter } = report;
  const notes = (kind: string, all: ImportReport["refused"]) => [
    ...all
      .slice(0, shownAtMost)
      .map(({ line, field, message }) => `${kind}, line ${line}${field ? `, ${field}` : ""}: ${message}`),
    ...(all.length > shownAtMost
      ? [`${kind}: ${all.length - shownAtMost} more; --report FILE.json has them all.`]
      : []),
  ];
  return [
    ...notes("Refused", refused),
    ...notes("Warning", warnings),
    ...(unmapped.length > 0 ? [`Nothing was read from the columns ${unmapped.join(", ")}.`] : []),
    `${rowsOf(rows)}: ${created} created, ${updated} updated, ${unchanged} unchanged, ${refused.length} refused; warnings: ${warnings.length}.`,
    ...(stoppedAfter === null ? [] : [stopOf(stoppedAfter, rows - refused.length, dryRun)]),
    ...(dryRun ? ["It was a dry run: nothing has been written."] : []),
  ];
}

/** What a shell says of a command that the signal ended. */
const exitCodes: Readonly<Record<string, number>> = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };

async function main(): Promise<void> {
  const given = asked();
  if (given === null) return console.log(usage);
  const ending = new AbortController();
  let exitCode = 0;
  onEnd((reason) => {
    exitCode = exitCodes[reason] ?? 143;
    ending.abort();
  });
  let source: ReadableFile;
  try {
    source = await readableFile(given.file, fromCaller, ending.signal);
  } catch (error) {
    if (!ending.signal.aborted) throw error;
    process.exitCode = exitCode;
    return console.error("Stopped before the file was read: nothing has been written.");
  }
  try {
    const reportFile = given.report === null ? null : await openReport(given.report);
    const report = await withDatabase(readSettings(process.env), ({ programUrl }) =>
      importInto(programUrl, given, source, ending.signal),
    );
    await reportFile?.writeFile(`${JSON.stringify(report, null, 2)}\n`);
    await reportFile?.close();
    for (const line of summaryOf(report, given.dryRun)) console.log(line);
    if (report.stoppedAfter !== null) process.exitCode = exitCode;
    else if (report.refused.length > 0) process.exitCode = 1;
  } finally {
    await source.release();
  }
}

const isForPeople = (error: unknown): error is Error =>
  isMeantForPeople(error) ||
  error instanceof UsageError ||
  error instanceof ImportRefused ||
  error instanceof ServiceError ||
  isOfOptions(error);

try {
  await main();
} catch (error) {
  process.exitCode = 2;
  console.error(isForPeople(error) ? error.message : error);
}
