import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly read: () => Buffer;
}

const endSignature = 0x06054b50;
const directorySignature = 0x02014b50;
const largestEntry = 64_000_000;

/** The files of a zip archive, read one by one. Archives beyond 4 GiB and encrypted ones are refused. */
export function* zipEntries(archive: Buffer): Generator<ZipEntry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || archive.readUInt32LE(end) !== endSignature) throw new Error('This is not a zip archive.');
  const count = archive.readUInt16LE(end + 10);
  const zip64 = count === 0xffff || archive.readUInt32LE(end + 16) === 0xffffffff;
  let at = zip64 ? directoryOfZip64(archive, end) : archive.readUInt32LE(end + 16);
  while (at + 46 <= archive.length && archive.readUInt32LE(at) === directorySignature) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = { at, name };
    if (!name.endsWith('/')) yield { name, read: () => content(archive, entry.at) };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

/** Archives of more than 65,535 files say the place of their directory in a record before the end. */
function directoryOfZip64(archive: Buffer, end: number): number {
  const record = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]), end);
  if (record === -1) throw new Error('This zip archive has no directory.');
  return Number(archive.readBigUInt64LE(record + 48));
}

function content(archive: Buffer, at: number): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const compressed = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new Error('This zip archive is encrypted.');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  const bytes = archive.subarray(start, start + compressed);
  if (method === 0) return bytes;
  if (method !== 8) throw new Error('This zip archive uses an unsupported compression method.');
  return inflateRawSync(bytes, { maxOutputLength: largestEntry });
}
