import { ImportRefused } from "./report.ts";

/** A file that can be read from its beginning as often as wanted. */
export type CsvSource = () => AsyncIterable<Uint8Array>;

export type Encoding = "utf-8" | "utf-16le" | "windows-1252";

/** How the bytes of a file are text: a byte order mark tells, else UTF-8 if all of it is, else windows-1252. */
export async function encodingOf(source: CsvSource): Promise<Encoding> {
  const utf8 = new TextDecoder("utf-8", { fatal: true });
  let isFirst = true;
  try {
    for await (const bytes of source()) {
      if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
      isFirst = isFirst && bytes.length === 0;
      utf8.decode(bytes, { stream: true });
    }
    utf8.decode();
    return "utf-8";
  } catch (error) {
    // Of the decoder; what reading the file throws is another matter.
    if (error instanceof TypeError && "code" in error && error.code === "ERR_ENCODING_INVALID_ENCODED_DATA")
      return "windows-1252";
    throw error;
  }
}

/** The text of the file, part by part, without a byte order mark. `onBytes` is told how many were read. */
export async function* textOf(
  source: CsvSource,
  encoding: Encoding,
  onBytes: (count: number) => void = () => {},
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const bytes of source()) {
    const text = decoder.decode(bytes, { stream: true });
    onBytes(bytes.length);
    if (text) yield text;
  }
  const rest = decoder.decode();
  if (rest) yield rest;
}

const delimiters = [",", ";", "\t", "|"] as const;
/** A header longer than this is none. Characters. */
const longestHeader = 65_536;

/**
 * What parts the columns: that of comma, semicolon, tab and bar which stands in the first line most often, quoted text
 * left out. A file of one column has none; the comma serves. Throws ImportRefused for an empty file.
 */
export async function delimiterOf(source: CsvSource, encoding: Encoding): Promise<string> {
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
  const counts = delimiters.map((delimiter) => (header ?? "").split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ",";
}
