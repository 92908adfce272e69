import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageEcosystem } from '../component.js';
import type { Advisory, AdvisoryAnswer, PackageVersion } from './advisory.js';
import { ecosystemOf, packageKey } from './ecosystems.js';
import { advisoryFrom } from './record.js';
import type { AdvisorySource } from './source.js';
import { zipEntries } from './zip.js';

/** What a directory or archive of OSV records holds. */
export interface Snapshot {
  readonly advisories: readonly Advisory[];
  /** Files that were no OSV records. */
  readonly unread: readonly string[];
  /** The day of the newest record: `YYYY-MM-DD`. */
  readonly asOf: string | undefined;
}

/** Reads a directory of OSV records (and zip archives of them, at any depth), one such archive, or one record. */
export async function readSnapshot(path: string): Promise<Snapshot> {
  const advisories: Advisory[] = [];
  const unread: string[] = [];
  for (const file of await filesUnder(path)) {
    for (const { name, text } of textsIn(file, await readFile(file))) {
      const records = recordsIn(text);
      if (records.length === 0) unread.push(name);
      else advisories.push(...records);
    }
  }
  const newest = advisories
    .map(({ modified }) => modified)
    .sort()
    .at(-1);
  return { advisories, unread, asOf: newest?.slice(0, 10) };
}

async function filesUnder(path: string): Promise<readonly string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && /\.(?:json|zip)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

interface NamedText {
  readonly name: string;
  readonly text: string;
}

/** One text after the other: an archive is never unpacked as a whole. */
function* textsIn(file: string, bytes: Buffer): Generator<NamedText> {
  if (!file.endsWith('.zip')) return yield { name: file, text: bytes.toString('utf8') };
  for (const entry of zipEntries(bytes)) {
    if (entry.name.endsWith('.json')) yield { name: `${file}/${entry.name}`, text: entry.read().toString('utf8') };
  }
}

/** A file holds one record or a list of them. */
function recordsIn(text: string): readonly Advisory[] {
  const json = parsed(text);
  const list: readonly unknown[] = Array.isArray(json) ? json : [json];
  return list.flatMap((one) => advisoryFrom(one) ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Records at hand, for closed networks and for tests. Everything that they do not know counts as clean: say their date. */
export function snapshotSource(name: string, snapshot: Snapshot): AdvisorySource {
  const byPackage = new Map<string, Advisory[]>();
  for (const advisory of snapshot.advisories) {
    for (const { ecosystem, name: packaged } of advisory.affected) {
      const ours = ecosystemOf(ecosystem);
      if (ours !== undefined) push(byPackage, packageKey(ours, packaged), advisory);
    }
  }
  return { name, lookUp: (packages) => Promise.resolve(answerFrom(byPackage, packages, snapshot)) };
}

function push(map: Map<string, Advisory[]>, key: string, advisory: Advisory): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [advisory]);
  else list.push(advisory);
}

function answerFrom(
  byPackage: ReadonlyMap<string, readonly Advisory[]>,
  packages: readonly PackageVersion[],
  { unread, asOf }: Snapshot,
): AdvisoryAnswer {
  const keyOf = ({ ecosystem, name }: PackageVersion): string =>
    packageKey(ecosystemOf(ecosystem) as PackageEcosystem, name);
  const found = new Set(packages.flatMap((one) => byPackage.get(keyOf(one)) ?? []));
  const problems =
    unread.length === 0 ? [] : [`${unread.length} advisory files cannot be read, the first is ${unread[0]}.`];
  return { status: problems.length === 0 ? 'complete' : 'incomplete', advisories: [...found], asOf, problems };
}
