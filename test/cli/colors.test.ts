import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from '@jest/globals';

/** The built command line: `npm test` builds it first. */
const postern = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postern-colors-'));
writeFileSync(join(folder, 'Dockerfile'), 'FROM public.ecr.aws/lambda/nodejs:24\n');
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['nothing is said', {}, false],
  ['they are forced', { FORCE_COLOR: '1' }, true],
  ['they are not wanted', { NO_COLOR: '1' }, false],
  ['they are not wanted and forced', { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
])('what is written into a pipe has colours where %s', (_, asked, expected) => {
  const env = { PATH: process.env.PATH ?? '', HOME: folder, ...asked };
  const written = execFileSync(process.execPath, [postern, 'scan', folder], { env, encoding: 'utf8' });
  expect(written.includes('\u001b[')).toBe(expected);
});
