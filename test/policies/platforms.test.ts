import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';
import { platforms } from '../../src/clouds/plain/platforms.data.js';

const src = fileURLToPath(new URL('../../src/policies/', import.meta.url));

/** What policies are made of: no examples, no data. */
const sources: readonly string[] = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
  (path) => path.endsWith('.ts') && !path.endsWith('.data.ts') && !/(?:^|\/)(?:bad|good|unknown)\./.test(path),
);

test('no policy names a cloud: it asks the model what its platform has and does', () => {
  const names = new RegExp(`'(?:${[...Object.keys(platforms), 'gcp'].join('|')})'`);
  expect(sources.length).toBeGreaterThan(100);
  expect(sources.filter((path) => names.test(readFileSync(join(src, path), 'utf8')))).toEqual([]);
});
