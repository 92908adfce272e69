import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { readSnapshot, snapshotSource } from '../../../src/dependencies/advisories/directory.js';
import { importAdvisories } from '../../../src/dependencies/advisories/import.js';
import { advisoriesFor } from '../../../src/dependencies/advisories/source.js';
import { sourcesFrom } from '../../../src/dependencies/advisories/sources.js';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'advisories-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function record(id: string, name: string, modified = '2026-05-01T10:00:00Z') {
  return JSON.stringify({ id, modified, affected: [{ package: { ecosystem: 'PyPI', name }, versions: ['1.0'] }] });
}

/** A zip archive with one deflated and one stored file, as archivers write it. */
function zipOf(files: readonly (readonly [string, string])[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [index, [name, text]] of files.entries()) {
    const raw = Buffer.from(text);
    const bytes = index % 2 === 0 ? deflateRawSync(raw) : raw;
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(index % 2 === 0 ? 8 : 0, 4);
    fields.writeUInt32LE(bytes.length, 14);
    fields.writeUInt32LE(raw.length, 18);
    fields.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), fields, Buffer.from(name), bytes]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002'), Buffer.alloc(2), fields, tail, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006');
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listing, end]);
}

/** The archive with its first file named so many times. */
function withFirstRepeated(archive: Buffer, times: number): Buffer {
  const listed = archive.indexOf('PK\u0001\u0002');
  const next = archive.indexOf('PK\u0005\u0006');
  const entry = archive.subarray(listed, next);
  return Buffer.concat([
    archive.subarray(0, listed),
    ...Array.from({ length: times }, () => entry),
    archive.subarray(next),
  ]);
}

const asked = [{ ecosystem: 'PyPI', name: 'Orders_Client', version: '1.0' }] as const;

describe('advisories at hand', () => {
  test('are read from a directory at any depth, and carry the day of the newest', async () => {
    await mkdir(join(folder, 'PyPI'));
    await writeFile(join(folder, 'PyPI', 'a.json'), record('PYSEC-1', 'orders-client'));
    await writeFile(join(folder, 'b.json'), record('PYSEC-2', 'other', '2026-06-02T00:00:00Z'));
    const snapshot = await readSnapshot(folder);
    expect(snapshot.asOf).toBe('2026-06-02');
    const answer = await advisoriesFor(asked, [snapshotSource('here', snapshot)]);
    expect(answer).toMatchObject({ status: 'complete', asOf: '2026-06-02' });
    expect(answer.advisories.map(({ id }) => id)).toEqual(['PYSEC-1']);
  });

  test('are read from a zip archive, packed or stored', async () => {
    const archive = join(folder, 'all.zip');
    await writeFile(
      archive,
      zipOf([
        ['a.json', record('PYSEC-1', 'orders-client')],
        ['b.json', record('PYSEC-2', 'x')],
      ]),
    );
    const snapshot = await readSnapshot(archive);
    expect(snapshot.advisories.map(({ id }) => id)).toEqual(['PYSEC-1', 'PYSEC-2']);
  });

  test.each([
    ['whose files overlap', withFirstRepeated(zipOf([['a.json', record('PYSEC-1', 'x')]]), 4000), 'overlap'],
    [
      'whose files overlap and are large',
      withFirstRepeated(zipOf([['a.json', '0'.repeat(10_000_000)]]), 4000),
      'far more',
    ],
    ['with a file that is larger than any record', zipOf([['a.json', '0'.repeat(17_000_000)]]), 'far more than'],
    [
      'that unpacks to more than a hundred megabytes for one',
      zipOf(Array.from({ length: 22 }, (_, index) => [`${index}.json`, index % 2 ? '' : '0'.repeat(10_000_000)])),
      'far more than',
    ],
    [
      'whose directory points nowhere',
      Buffer.concat([zipOf([['a.json', 'x']]).subarray(0, -6), Buffer.alloc(6, 0x7f)]),
      '',
    ],
    ['that is cut', zipOf([['a.json', record('PYSEC-1', 'x')]]).subarray(40), ''],
  ])('are not taken from an archive %s', async (_, bytes, because) => {
    const archive = join(folder, 'all.zip');
    await writeFile(archive, bytes);
    const before = process.memoryUsage().arrayBuffers;
    await expect(importAdvisories(archive, join(folder, 'held'))).rejects.toThrow(because);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(200_000_000);
  });

  test('that cannot be read make the answer incomplete', async () => {
    await writeFile(join(folder, 'a.json'), '{"id": ');
    const answer = await advisoriesFor(asked, [snapshotSource('here', await readSnapshot(folder))]);
    expect(answer.status).toBe('incomplete');
    expect(answer.problems.join()).toContain('a.json');
  });

  test('are imported only if there are any', async () => {
    const archive = join(folder, 'all.zip');
    await writeFile(archive, zipOf([['a.json', record('PYSEC-1', 'orders-client')]]));
    const done = await importAdvisories(archive, join(folder, 'held'));
    expect(done.records).toBe(1);
    expect((await readSnapshot(done.directory)).advisories).toHaveLength(1);
    await writeFile(join(folder, 'empty.json'), '[]');
    await expect(importAdvisories(join(folder, 'empty.json'), folder)).rejects.toThrow('no OSV records');
  });

  test('of several sources are put together, each id once, a withdrawal first', async () => {
    const held = (withdrawn?: string) => ({
      name: 'x',
      lookUp: () =>
        Promise.resolve({
          status: 'complete' as const,
          asOf: '2026-01-01',
          problems: [],
          advisories: [
            {
              id: 'A',
              aliases: [],
              summary: '',
              modified: '',
              severity: [],
              affected: [],
              url: '',
              ...(withdrawn !== undefined && { withdrawn }),
            },
          ],
        }),
    });
    const answer = await advisoriesFor(asked, [held(), held('2026-02-01')]);
    expect(answer.advisories).toHaveLength(1);
    expect(answer.advisories[0]?.withdrawn).toBe('2026-02-01');
  });
});

describe('the setting', () => {
  test.each([
    ['off', []],
    ['osv', ['https://api.osv.dev']],
    ['https://osv.internal.example/', ['https://osv.internal.example']],
    ['github, osv', ['GitHub', 'https://api.osv.dev']],
  ])('%s', async (setting, names) => {
    const github = () => Promise.resolve({ data: [], headers: {} });
    const sources = await sourcesFrom(setting, { date: '2026-11-25', github });
    expect(sources.map(({ name }) => name)).toEqual(names);
  });

  test('without sources is off, which is not an incomplete answer', async () => {
    expect((await advisoriesFor(asked, [])).status).toBe('off');
  });
});
