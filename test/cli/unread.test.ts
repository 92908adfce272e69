import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { formats } from '../../src/dependencies/formats.js';
import { catalogue } from '../../src/policies/catalogue.js';
import { type CommandEnd, runIn } from '../support/command.js';
import { type Example, examplesOf } from '../support/examples.js';
import { notationOf, spoils } from '../support/spoilt.js';

const command = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'postern-unread-'));
afterAll(() => rmSync(folder, { recursive: true }));

const frameworks = [
  ...['sam', 'cloudformation', 'serverless', 'terraform', 'cdk', 'bicep', 'arm', 'azure-functions'],
  ...['google-cloud', 'knative', 'openfaas', 'openapi', 'step-functions', 'serverless-workflow'],
];

/** One file of each format of dependencies. */
const dependencies = [
  ...['package.json', 'package-lock.json', 'yarn.lock', 'pnpm-lock.yaml', 'bun.lock', 'bun.lockb', 'requirements.txt'],
  ...['pyproject.toml', 'poetry.lock', 'Pipfile', 'Pipfile.lock', 'setup.cfg', 'go.mod', 'go.sum', 'pom.xml'],
  ...['build.gradle', 'gradle.lockfile', 'gradle/libs.versions.toml', 'Gemfile', 'Gemfile.lock', 'composer.json'],
  ...['composer.lock', 'Cargo.toml', 'Cargo.lock', 'a.csproj', 'packages.lock.json', 'Dockerfile', '.env'],
  '.github/workflows/deploy.yml',
  ...['kustomization.yaml', 'handlers/notes.ipynb'],
];

type Files = readonly (readonly [string, string | Buffer])[];

const sound: Files = [
  [
    'other/template.yaml',
    'Resources:\n  Topic:\n    Type: AWS::SNS::Topic\n    Properties: { KmsMasterKeyId: alias/a }\n',
  ],
];

/** The first plain bad example of each framework, every file of it spoilt. */
function spoiltExamples(way: string): readonly (readonly [string, Files])[] {
  const bad = catalogue.flatMap((policy) => ('check' in policy ? examplesOf(policy) : []));
  return frameworks.map((name) => {
    const example = bad.find(({ kind, framework, variant }) => kind === 'bad' && framework === name && variant === '');
    if (example === undefined) throw new Error(`No example of ${name}.`);
    return [`${name}: ${way}`, spoiltFiles(example, way)] as const;
  });
}

function spoiltFiles({ files }: Example, way: string): Files {
  return [...files].map(([path, text]) => [path, spoils[way]?.(text, notationOf(path)) ?? `${text}\u0000`] as const);
}

const cases: readonly (readonly [string, Files])[] = [
  ...spoiltExamples('a mistake in the syntax'),
  ...spoiltExamples('UTF-16'),
  ...dependencies.map((path): readonly [string, Files] => [`${path}: a zero byte`, [[path, 'a: \u0000\n']]]),
];

function lay(under: string, files: Files): void {
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, under, path)), { recursive: true });
    writeFileSync(join(folder, under, path), text);
  }
}

/** A commit of its own for each case, from an empty tree and beside a sound file, all written by one process. */
function commits(): Buffer {
  const author = 'committer a <a@example.com> 1700000000 +0000\ndata 0\n';
  const commit = (name: string, from: string, files: Files) => [
    Buffer.from(`commit refs/heads/${name}\n${author}${from === '' ? '' : `from refs/heads/${from}\n`}`),
    ...files.flatMap(([path, text]) => [
      Buffer.from(`M 100644 inline ${path}\ndata ${Buffer.byteLength(text)}\n`),
      Buffer.from(text),
      Buffer.from('\n'),
    ]),
  ];
  const all = cases.flatMap(([, files], index) => [
    ...commit(`alone-${index}`, 'empty', files),
    ...commit(`beside-${index}`, 'sound', files),
  ]);
  return Buffer.concat([...commit('empty', '', []), ...commit('sound', 'empty', sound), ...all]);
}

beforeAll(() => {
  for (const [index, [, files]] of cases.entries()) lay(`alone-${index}`, files);
  for (const [index, [, files]] of cases.entries()) lay(`beside-${index}`, [...files, ...sound]);
  execFileSync('git', ['init', '-q', '--bare', 'repo'], { cwd: folder });
  execFileSync('git', ['fast-import', '--quiet'], { cwd: join(folder, 'repo'), input: commits() });
});

const strict = ['--profile', 'strict'];
const scan = (name: string) => ['scan', name];
const review = (base: string, name: string) => ['review', '--repo', 'repo', '--base', base, '--head', name];

/** How a run ended: its code, and whether it said that it did not see everything, and green marks where none belong. */
function told({ status, stdout, stderr }: CommandEnd): readonly unknown[] {
  const notice = /^notice .*/m.exec(stdout)?.[0];
  return [
    status,
    notice === undefined ? 'no notice' : 'a notice',
    stdout.includes('✓') ? 'green' : /not reviewed/.test(stderr),
  ];
}

test('every format of dependencies is among the cases', () => {
  const paths = cases.flatMap(([, files]) => files.map(([path]) => path));
  expect(formats.filter(({ matches }) => !paths.some(matches)).map(({ name }) => name)).toEqual([]);
});

describe('a spoilt file', () => {
  /** Reviews ask git, which takes its time: each case is in one of the two. */
  const runs = [
    { way: 'scanned alone, under strict', args: (at: number) => [...scan(`alone-${at}`), ...strict], code: 1 },
    { way: 'scanned beside a sound one', args: (at: number) => scan(`beside-${at}`), code: 0 },
    { way: 'reviewed alone', args: (at: number) => review('empty', `alone-${at}`), code: 0, turn: 0 },
    {
      way: 'reviewed beside a sound one, under strict',
      args: (at: number) => [...review('sound', `beside-${at}`), ...strict],
      code: 1,
      turn: 1,
    },
  ];
  test.each(runs)('$way: told, never green, and exit as the profile says', async ({ args, code, turn }) => {
    const wrong: unknown[] = [];
    for (const [at, [name]] of cases.entries()) {
      if (turn !== undefined && at % 2 !== turn) continue;
      const end = told(await runIn(folder, args(at)));
      if (String(end) !== String([code, 'a notice', true])) wrong.push([name, ...end]);
    }
    expect(wrong).toEqual([]);
  });
});

test('the built program ends so, too', () => {
  const end = (...args: readonly string[]) => spawnSync(process.execPath, [command, ...args], { cwd: folder }).status;
  expect([end(...scan('alone-0')), end(...scan('alone-0'), '--profile', 'strict')]).toEqual([0, 1]);
  expect(end(...review('sound', 'beside-0'), '--profile', 'strict')).toBe(1);
});

/** Much JSON is data: nobody has to save it in another way. */
test('data in JSON that cannot be read is not told, a template among it is', async () => {
  const large = `{"rows": ["${'x'.repeat(1024 * 1024)}"]}`;
  lay('data', [
    ['rows.json', large],
    ['words.json', Buffer.from('{"a": "é"}', 'latin1')],
  ]);
  expect(told(await runIn(folder, [...scan('data'), '--profile', 'strict']))).toEqual([0, 'no notice', 'green']);
  lay('data', [
    ['stack.json', `{"Resources": {"A": {"Type": "AWS::Lambda::Url"}}, "x": "${'x'.repeat(1024 * 1024)}"}`],
  ]);
  expect(told(await runIn(folder, [...scan('data'), '--profile', 'strict']))).toEqual([1, 'a notice', true]);
});
