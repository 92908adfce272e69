import { inflateRawSync } from 'node:zlib';

/** One file of a zip archive. */
export interface ZipEntry {
  readonly name: string;
  readonly read: () => Buffer;
}

const directorySignature = 0x02014b50;
/** A record is never that large; and records do not shrink as archives that are made to burst do. */
const largestEntry = 16_000_000;
const mostInflation = 100;
const smallArchive = 1_000_000;

/** Bytes of one archive that may still be taken from it, and made of it. */
interface Budget {
  packed: number;
  unpacked: number;
}

/**
 * The files of a zip archive, read one by one. Archives beyond 4 GiB and encrypted ones are refused, and so are those whose
 * files share their bytes or unpack to far more than records do.
 */
export function* zipEntries(archive: Buffer): Generator<ZipEntry> {
  const end = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end === -1 || !holds(archive, end, 22)) throw new Error('This is not a zip archive.');
  const count = archive.readUInt16LE(end + 10);
  const zip64 = count === 0xffff || archive.readUInt32LE(end + 16) === 0xffffffff;
  const budget = { packed: archive.length, unpacked: mostInflation * Math.max(archive.length, smallArchive) };
  let at = zip64 ? directoryOfZip64(archive, end) : archive.readUInt32LE(end + 16);
  while (holds(archive, at, 46) && archive.readUInt32LE(at) === directorySignature) {
    const nameLength = archive.readUInt16LE(at + 28);
    const name = archive.toString('utf8', at + 46, at + 46 + nameLength);
    const entry = { at, name };
    if (!name.endsWith('/')) yield { name, read: () => content(archive, entry.at, budget) };
    at += 46 + nameLength + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
}

function holds(archive: Buffer, at: number, length: number): boolean {
  return at >= 0 && at + length <= archive.length;
}

/** Archives of more than 65,535 files say the place of their directory in a record before the end. */
function directoryOfZip64(archive: Buffer, end: number): number {
  const record = archive.lastIndexOf(Buffer.from([0x50, 0x4b, 0x06, 0x06]), end);
  if (record === -1 || !holds(archive, record, 56)) throw new Error('This zip archive has no directory.');
  return Number(archive.readBigUInt64LE(record + 48));
}

function content(archive: Buffer, at: number, budget: Budget): Buffer {
  const method = archive.readUInt16LE(at + 10);
  const compressed = archive.readUInt32LE(at + 20);
  const local = archive.readUInt32LE(at + 42);
  if ((archive.readUInt16LE(at + 8) & 1) === 1) throw new Error('This zip archive is encrypted.');
  if (!holds(archive, local, 30)) throw new Error('This zip archive is damaged.');
  const start = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
  budget.packed -= start - local + compressed;
  if (budget.packed < 0) throw new Error('The files of this zip archive overlap.');
  const bytes = archive.subarray(start, start + compressed);
  const unpacked = unpack(bytes, method, Math.min(largestEntry, budget.unpacked));
  budget.unpacked -= unpacked.length;
  return unpacked;
}

function isTooLarge(error: unknown): boolean {
  return typeof error === 'object' && error !== null && Reflect.get(error, 'code') === 'ERR_BUFFER_TOO_LARGE';
}

function unpack(bytes: Buffer, method: number, most: number): Buffer {
  if (method !== 0 && method !== 8) throw new Error('This zip archive uses an unsupported compression method.');
  try {
    const unpacked = method === 0 ? bytes : inflateRawSync(bytes, { maxOutputLength: Math.max(most, 1) });
    if (unpacked.length <= most) return unpacked;
  } catch (error) {
    if (!isTooLarge(error)) throw new Error('This zip archive is damaged.');
  }
  throw new Error('This zip archive unpacks to far more than advisories need.');
}
