import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const script = fileURLToPath(new URL('../scripts/data-check.mjs', import.meta.url));

function check(date: string, root?: string): { readonly status: number | null; readonly said: string } {
  const told = root === undefined ? [] : ['--root', root];
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--date', date, ...told], {
    encoding: 'utf8',
  });
  return { status, said: `${stdout}${stderr}` };
}

/** Checks one data file of a repository of its own. */
function checkText(text: string, date = '2026-11-26'): ReturnType<typeof check> {
  const root = mkdtempSync(join(tmpdir(), 'data-check-'));
  mkdirSync(join(root, 'src'));
  writeFileSync(join(root, 'src', 'words.data.ts'), text);
  const found = check(date, root);
  rmSync(root, { recursive: true });
  return found;
}

const header = '/** Source: https://example.com/, read 2026-11-20. */\n';

test('every data file of the repository has a source, a date and a form that can be right', () => {
  expect(check(new Date().toISOString().slice(0, 10))).toMatchObject({ status: 0 });
});

test('a file is old after 180 days, which warns and fails nothing', () => {
  const fresh = checkText(`${header}export const a = ['b'];\n`);
  const old = checkText(`${header}export const a = ['b'];\n`, '2027-05-20');
  expect(fresh).toEqual({ status: 0, said: '1 data files, 0 errors, 0 warnings.\n' });
  expect(old).toMatchObject({ status: 0, said: expect.stringContaining('181 days ago') });
});

test.each([
  ['no source', '/** Read 2026-11-20. */\nexport const a = [];\n', 'no source'],
  ['no date', '/** Source: https://example.com/. */\nexport const a = [];\n', 'no date'],
  ['a date to come', '/** Source: https://example.com/, read 2027-01-01. */\nexport const a = [];\n', 'in the future'],
  ['a day that no month has', `${header}export const a = '2026-02-30';\n`, '2026-02-30 is no date'],
  ['an account with a digit too few', `${header}export const a = ['01700080144'];\n`, 'is no account'],
  [
    'an end before its beginning',
    `${header}export const a = { deprecated: '2026-05-01', blocked: '2026-04-01' };\n`,
    'before it is deprecated',
  ],
])('%s is an error', (_, text, said) => {
  expect(checkText(text)).toMatchObject({ status: 1, said: expect.stringContaining(said) });
});

test('a month counts as its first day', () => {
  const text = '/** Source: example.com. Read in May 2026. */\nexport const a = [];\n';
  expect(checkText(text)).toMatchObject({ status: 0, said: expect.stringContaining('read on 2026-05-01') });
});
