import { ImportRefused } from "./report.ts";

/** A file that can be read from its beginning as often as wanted. */
export type CsvSource = () => AsyncIterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";

/**
 * How the bytes of a file are text: a byte order mark tells, else the zeros of UTF-16, else it is UTF-8 if all of it is,
 * else windows-1252. Throws ImportRefused for a file that is not text.
 */
export async function encodingOf(source: CsvSource): Promise<Encoding> {
  const begins = await beginningOf(source);
  const wide = utf16Of(begins);
  if (wide) return wide;
  refuseBinary(new TextDecoder("latin1").decode(begins));
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  try {
    for await (const bytes of source()) utf8.decode(bytes, { stream: true });
    utf8.decode();
    return "utf-8";
  } catch (error) {
    // Of the decoder; what reading the file throws is another matter.
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return "windows-1252";
    throw error;
  }
}

/** As much of a file as shows what it is, in bytes; even, so that no UTF-16 unit is cut. */
const enoughToTell = 4_096;

async function beginningOf(source: CsvSource): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const bytes of source()) {
    parts.push(bytes);
    length += bytes.length;
    if (length >= enoughToTell) break;
  }
  return Buffer.concat(parts).subarray(0, enoughToTell);
}

function utf16Of(begins: Uint8Array): "utf-16le" | "utf-16be" | null {
  const encoding =
    begins[0] === 0xff && begins[1] === 0xfe
      ? "utf-16le"
      : begins[0] === 0xfe && begins[1] === 0xff
        ? "utf-16be"
        : utf16ByZeros(begins);
  if (encoding) refuseBinary(new TextDecoder(encoding).decode(begins));
  return encoding;
}

/** Half of each character of a Western text is a zero there: the second half, or the first where it is big-endian. */
function utf16ByZeros(begins: Uint8Array): "utf-16le" | "utf-16be" | null {
  const zeros = [0, 0];
  for (const [index, byte] of begins.entries())
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1;
  const [first = 0, second = 0] = zeros;
  const isMost = (count: number) => count > begins.length / 4;
  if (first === 0 && isMost(second)) return "utf-16le";
  return second === 0 && isMost(first) ? "utf-16be" : null;
}

/** Text has no control characters but tabs, ends of lines and pages, and the mark that DOS put at the end of a file. */
function refuseBinary(text: string): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  if (/[\0-\x08\x0e-\x19\x1b-\x1f]/.test(text))
    throw new ImportRefused(
      "The file is not text, as an Excel workbook or an archive is not. Save it as CSV, then import that file.",
    );
}

/** Bytes handed on at once: few, so that what has been read is about what has been worked on. */
const atOnce = 4_096;

/** The text of the file, part by part, without a byte order mark. `onBytes` is told how many were read. */
export async function* textOf(
  source: CsvSource,
  encoding: Encoding,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of source()) {
    for (let at = 0; at < bytes.length; at += atOnce) {
      const part = bytes.subarray(at, at + atOnce);
      const text = decoder.decode(part, { stream: true });
      onBytes(part.length);
      if (text) yield text;
    }
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** A header longer than this is none. Characters. */
const longestHeader = 65_536;

/**
 * What parts the columns: what a first line such as `sep=;` says (`isSaid`: that line is no record), else that of comma, semicolon, tab and bar which stands in the first line most often, quoted text
 * left out. A file of one column has none; the comma serves. Throws ImportRefused for an empty file.
 */
export async function delimiterOf(
  source: CsvSource,
  encoding: Encoding,
): Promise<{ delimiter: string; isSaid: boolean }> {
  let begins = "";
  for await (const text of textOf(source, encoding)) {
    begins += text;
    if (/\S[^\n\r]*[\n\r]/.test(begins)) break;
    if (begins.length > longestHeader)
      throw new ImportRefused("The first line is too long to be the names of columns.");
  }
  const header = begins
    .trimStart()
    .replace(/"(?:[^"]|"")*"/g, "")
    .split(/[\n\r]/, 1)[0];
  if (begins.trim() === "")
    throw new ImportRefused("The file is empty. It needs a first line with the names of the columns.");
  const said = /^sep=([^"\n\r])(?:[\n\r]|$)/i.exec(begins.trimStart());
  if (said?.[1]) return { delimiter: said[1], isSaid: true };
  const counts = delimiters.map((delimiter) => (header ?? "").split(delimiter).length);
  return { delimiter: delimiters[counts.indexOf(Math.max(...counts))] ?? ",", isSaid: false };
}
