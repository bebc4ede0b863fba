import { inflateSync } from "node:zlib";

const head = { woff: 44, woffEntry: 20, sfnt: 12, sfntEntry: 16 };

/**
 * The font that a WOFF 1.0 file compresses, table by table. Done once by zlib: the library would do it for every document, in
 * JavaScript. Throws where it is no such file.
 */
export function fontOfWoff(woff: Buffer): Buffer {
  if (woff.toString("latin1", 0, 4) !== "wOFF") throw new Error("Not a WOFF file.");
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, index) => {
    const at = head.woff + index * head.woffEntry;
    const [from, compressed, length] = [4, 8, 12].map((field) => woff.readUInt32BE(at + field)) as [
      number,
      number,
      number,
    ];
    const data = woff.subarray(from, from + compressed);
    return {
      tag: woff.subarray(at, at + 4),
      checksum: woff.readUInt32BE(at + 16),
      data: compressed < length ? inflateSync(data) : data,
    };
  });
  const selector = Math.floor(Math.log2(count));
  const range = 2 ** selector * head.sfntEntry;
  const directory = Buffer.alloc(head.sfnt + count * head.sfntEntry);
  woff.copy(directory, 0, 4, 8); // the flavour
  [count, range, selector, count * head.sfntEntry - range].forEach((value, index) => {
    directory.writeUInt16BE(value, 4 + 2 * index);
  });
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  tables.forEach(({ tag, checksum, data }, index) => {
    const at = head.sfnt + index * head.sfntEntry;
    tag.copy(directory, at);
    [checksum, offset, data.length].forEach((value, field) => {
      directory.writeUInt32BE(value, at + 4 + 4 * field);
    });
    const padding = Buffer.alloc(-data.length & 3);
    parts.push(data, padding);
    offset += data.length + padding.length;
  });
  return Buffer.concat(parts);
}
