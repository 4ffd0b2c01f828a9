/**
 * Turns a WOFF 1.0 file (W3C Recommendation of 2012) back into the TrueType font it was made from, which is what font libraries of every age read.
 */
import { inflateSync } from 'node:zlib';

type Table = { readonly tag: string; readonly checksum: number; readonly bytes: Buffer };

/** `without` names tables to leave out (four characters, as 'SVG '). Throws on anything that is not WOFF 1.0. */
export function woffToSfnt(woff: Buffer, without: readonly string[] = []): Buffer {
  if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('This is not a WOFF 1.0 font.');
  const tables = readTables(woff).filter((table) => !without.includes(table.tag));
  const parts: Buffer[] = [header(woff.readUInt32BE(4), tables.length)];
  let offset = 12 + tables.length * 16;
  for (const table of tables) {
    parts.push(directoryEntry(table, offset));
    offset += padded(table.bytes.length);
  }
  for (const { bytes } of tables) parts.push(bytes, Buffer.alloc(padded(bytes.length) - bytes.length));
  return Buffer.concat(parts);
}

function readTables(woff: Buffer): readonly Table[] {
  return Array.from({ length: woff.readUInt16BE(12) }, (_, index) => {
    const at = 44 + index * 20;
    const [offset, packed, size] = [woff.readUInt32BE(at + 4), woff.readUInt32BE(at + 8), woff.readUInt32BE(at + 12)];
    const stored = woff.subarray(offset, offset + packed);
    const bytes = packed < size ? inflateSync(stored) : stored;
    return { tag: woff.toString('latin1', at, at + 4), checksum: woff.readUInt32BE(at + 16), bytes };
  });
}

function header(flavor: number, count: number): Buffer {
  const log = Math.floor(Math.log2(count));
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(flavor, 0);
  bytes.writeUInt16BE(count, 4);
  bytes.writeUInt16BE(16 * 2 ** log, 6);
  bytes.writeUInt16BE(log, 8);
  bytes.writeUInt16BE(16 * (count - 2 ** log), 10);
  return bytes;
}

function directoryEntry(table: Table, offset: number): Buffer {
  const bytes = Buffer.alloc(16);
  bytes.write(table.tag, 0, 'latin1');
  bytes.writeUInt32BE(table.checksum, 4);
  bytes.writeUInt32BE(offset, 8);
  bytes.writeUInt32BE(table.bytes.length, 12);
  return bytes;
}

function padded(length: number): number {
  return Math.ceil(length / 4) * 4;
}
