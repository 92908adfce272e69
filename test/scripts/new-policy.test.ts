import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import ts from 'typescript';
import { threats } from '../../src/findings/finding.js';
import type { Policy } from '../../src/policies/definition.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { type ExampleKind, examplesIn } from '../support/examples.js';
import { judge, scanFiles } from '../support/judging.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const copy = mkdtempSync(join(root, '.new-policy-'));
const folder = join(copy, 'src/policies/coarse-granularity/one-function-does-all');

beforeAll(async () => {
  copySources();
  await prepareFrameworks();
});
afterAll(() => rmSync(copy, { recursive: true }));

/** What the script writes into as copies, all else as links. */
function copySources(): void {
  mkdirSync(join(copy, 'src/policies'), { recursive: true });
  mkdirSync(join(copy, 'test/policies'), { recursive: true });
  for (const file of ['src/policies/catalogue.ts', 'test/policies/coverage.test.ts']) {
    copyFileSync(join(root, file), join(copy, file));
  }
  for (const [inside, apart] of [
    ['src', 'policies'],
    ['src/policies', 'catalogue.ts'],
  ] as const) {
    const names = readdirSync(join(root, inside)).filter((name) => name !== apart && !name.includes('-'));
    for (const name of names) symlinkSync(join(root, inside, name), join(copy, inside, name));
  }
  const options = { extends: '../tsconfig.json', include: ['src/policies/coarse-granularity'], exclude: [] };
  writeFileSync(join(copy, 'tsconfig.json'), JSON.stringify(options));
}

function run(...command: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8' });
  return { status, said: `${stdout}${stderr}` };
}

function make(threat: string, id: string) {
  return run(join(root, 'scripts/new-policy.mjs'), threat, id, '--into', copy);
}

const bin = (path: string) => join(root, 'node_modules', path);

test.each([...threats])('a policy of %s is made', (threat) => {
  const id = threat === 'coarse-granularity' ? 'one-function-does-all' : `new-${threat}-2`;
  expect(make(threat, id)).toMatchObject({ status: 0 });
  expect(readFileSync(join(copy, 'src/policies/catalogue.ts'), 'utf8')).toContain(`'./${threat}/${id}/policy.js'`);
  expect(readFileSync(join(copy, 'test/policies/coverage.test.ts'), 'utf8')).toContain(`\n  ['${id}', 'sam'],\n`);
});

test.each([
  ['a threat that is none', ['weak-passwords', 'one-more'], 'threat: event-injection'],
  ['an id of one word', ['data-exposure', 'open'], 'id: what is wrong'],
  ['an id that exists', ['data-exposure', 'one-function-does-all'], 'exists already'],
])('%s is told', (_, [threat = '', id = ''], words) => {
  expect(make(threat, id)).toMatchObject({ status: 2, said: expect.stringContaining(words) });
});

/** The formatter is installed by `npm run tools`. */
const formatter = join(root, 'tools/node_modules/@biomejs/biome/bin/biome');

(existsSync(formatter) ? test : test.skip)('what is made is formatted and sorted', () => {
  const written = ['src/policies/catalogue.ts', 'test/policies/coverage.test.ts'].map((path) => join(copy, path));
  const checked = run(formatter, 'check', '--error-on-warnings', folder, ...written);
  expect(checked).toEqual({ status: 0, said: expect.stringContaining('Checked 3 files') });
});

test('what is made is free of lint', () => {
  expect(run(bin('eslint/bin/eslint.js'), '--max-warnings', '0', join(folder, 'policy.ts'))).toEqual({
    status: 0,
    said: '',
  });
});

test('what is made has its types right', () => {
  const { config } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, root);
  const program = ts.createProgram([join(folder, 'policy.ts')], { ...options, noEmit: true });
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(join(folder, 'policy.ts')));
  expect(problems.map(({ messageText }) => messageText)).toEqual([]);
});

test.each<[ExampleKind, number]>([
  ['bad', 1],
  ['good', 0],
  ['unknown', 0],
])('its %s example tells %d problems, with a fix that was tried', async (kind, count) => {
  const { default: policy } = (await import(join(folder, 'policy.ts'))) as { readonly default: Policy };
  const example = examplesIn(folder).find((one) => one.kind === kind);
  const { findings, stats } = await scanFiles(example?.files ?? new Map(), { ...judge(), policies: [policy] });
  expect([stats.stacks, findings.length]).toEqual([1, count]);
  expect(findings.every(({ fix }) => fix?.verified)).toBe(true);
});
