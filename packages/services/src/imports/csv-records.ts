import { pipeline, Readable } from "node:stream";
import { type CsvError, parse } from "csv-parse";
import { type CsvSource, delimiterOf, encodingOf, textOf } from "./csv-text.ts";

/** A record of the file: the number of its first line, and its cells, trimmed. */
export type CsvRecord = { line: number; cells: string[] };
/** From this line on the file cannot be read. */
export type CsvBreak = { line: number; unreadable: string };

/** Next to nothing, so that the bytes read tell how much is done. For the stream that the parser is; its types are silent. */
const readAhead = { writableHighWaterMark: 1 };
/** Longest record, in characters; longer ones come of a quotation mark that is never closed. */
const longestRecord = 1_000_000;

/**
 * The records of a CSV file, header first, lines that are blank or of delimiters only left out, as a stream: no more than a few of them are in memory.
 * Encoding and delimiter are found out. Throws ImportRefused for an empty file and for one that is not text.
 */
export async function* csvRecords(
  source: CsvSource,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<CsvRecord | CsvBreak> {
  const encoding = await encodingOf(source);
  const { delimiter, isSaid } = await delimiterOf(source, encoding);
  // The parser would drop what it has read before a fault; told to go on, it says where the fault was.
  let fault: { error: CsvError; after: number } | null = null;
  const parser = parse({
    skip_records_with_error: true,
    on_skip: (error) => {
      if (error) fault ??= { error, after: parser.info.records };
      return undefined;
    },
    delimiter,
    info: true,
    relax_column_count: true,
    // A quotation mark within a cell is text; an inch is written so.
    relax_quotes: true,
    max_record_size: longestRecord,
    ...readAhead,
  });
  // Both ends are told of what goes wrong at the other.
  pipeline(Readable.from(textOf(source, encoding, onBytes), { highWaterMark: 1 }), parser, () => {});
  let lastLine = 0;
  let records = 0;
  let saysDelimiter = isSaid;
  const faultHere = (): CsvBreak | null =>
    fault && fault.after <= records ? { line: lastLine + 1, unreadable: saidOf(fault.error) } : null;
  for await (const { record, info } of parser as AsyncIterable<Parsed>) {
    if (faultHere()) break;
    records += 1;
    const line = lastLine + 1;
    lastLine = info.lines;
    const cells = record.map((cell) => cell.trim());
    if (cells.every((cell) => cell === "")) continue;
    if (saysDelimiter) {
      saysDelimiter = false;
      continue;
    }
    yield { line, cells };
  }
  const broken = faultHere();
  if (broken) yield broken;
}

/** As the parser gives them with `info`. */
type Parsed = { record: string[]; info: { lines: number } };

const saidOf = ({ code }: CsvError): string =>
  code === "CSV_QUOTE_NOT_CLOSED" || code === "CSV_MAX_RECORD_SIZE"
    ? "A quotation mark is opened here and never closed, so that the rest of the file cannot be told apart. Close it, then import the file again."
    : "From this line on the file is not CSV. Mend it, then import the file again.";
