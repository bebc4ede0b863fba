/** The few parts of the tar format (POSIX ustar) that a backup has: plain files with short names. */
export type TarEntry = { readonly name: string; readonly bytes: Buffer };

/** What is read is no such file, or not all of it. */
export class TarDamaged extends Error {}

const BLOCK = 512;
/** A backup's entries have a few megabytes; whoever says more of one is not believed. */
const largest = 1_073_741_824;
const nameBytes = 100;

/** An entry as it stands in the file, filled up to whole blocks. */
export function tarEntry({ name, bytes }: TarEntry): Buffer {
  if (Buffer.byteLength(name) > nameBytes) throw new RangeError(`${name} is too long a name.`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, width: number) => `${value.toString(8).padStart(width - 1, "0")}\0`;
  header.write(name, 0);
  header.write(octal(0o600, 8), 100);
  header.write(octal(0, 8), 108);
  header.write(octal(0, 8), 116);
  header.write(octal(bytes.length, 12), 124);
  header.write(octal(0, 12), 136);
  header.write("        ", 148);
  header.write("0", 156);
  header.write("ustar\x0000", 257);
  header.write(`${sumOf(header).toString(8).padStart(6, "0")}\0 `, 148);
  return Buffer.concat([header, bytes, Buffer.alloc((BLOCK - (bytes.length % BLOCK)) % BLOCK)]);
}

/** What stands after the last entry. */
export const tarEnd = (): Buffer => Buffer.alloc(2 * BLOCK);

const sumOf = (header: Buffer) => header.reduce((sum, byte) => sum + byte, 0);

/**
 * The entries of a tar file, one after the other, each with all of its bytes.
 *
 * @throws TarDamaged where it is none, or ends before its end
 */
export async function* tarEntries(pieces: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const { take, more, close } = taken(pieces);
  try {
    for (;;) {
      const header = await take(BLOCK);
      if (header.every((byte) => byte === 0)) {
        const rest = await take(BLOCK);
        if (rest.some((byte) => byte !== 0) || (await more()))
          throw new TarDamaged("It does not end where it should.");
        return;
      }
      const entry = headerOf(header);
      const bytes = await take(Math.ceil(entry.size / BLOCK) * BLOCK);
      yield { name: entry.name, bytes: bytes.subarray(0, entry.size) };
    }
  } finally {
    await close();
  }
}

function headerOf(header: Buffer): { name: string; size: number } {
  const text = (from: number, length: number) =>
    header.toString("utf8", from, from + length).replace(/\0.*$/s, "");
  const said = Number.parseInt(text(148, 8), 8);
  const blanked = Buffer.from(header).fill(" ", 148, 156);
  const size = Number.parseInt(text(124, 12), 8);
  if (text(257, 5) !== "ustar" || said !== sumOf(blanked)) throw new TarDamaged("It is not a tar file.");
  if (!(size >= 0 && size <= largest)) throw new TarDamaged("It has an entry of an impossible length.");
  return { name: text(0, nameBytes), size };
}

/** Takes as many bytes as are asked for off a stream of pieces. */
function taken(pieces: AsyncIterable<Buffer>) {
  const source = pieces[Symbol.asyncIterator]();
  let held: Buffer[] = [];
  let length = 0;
  const take = async (wanted: number): Promise<Buffer> => {
    while (length < wanted) {
      const next = await source.next();
      if (next.done) throw new TarDamaged("It ends before its end.");
      held.push(next.value);
      length += next.value.length;
    }
    const all = Buffer.concat(held, length);
    held = [all.subarray(wanted)];
    length -= wanted;
    return all.subarray(0, wanted);
  };
  /** Whether anything follows; what packed it is heard to the end. */
  const more = async () => length > 0 || !(await source.next()).done;
  return { take, more, close: async () => void (await source.return?.()) };
}
