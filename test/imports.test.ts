import { readdirSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const src = fileURLToPath(new URL('../src/', import.meta.url));

/** Which folders each folder may import. What is not listed joins the ends and may import anything. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  model: [],
  findings: ['model'],
  facts: ['model'],
  notation: ['model', 'findings'],
  languages: ['model', 'findings', 'notation'],
  clouds: ['model', 'facts', 'notation'],
  frameworks: ['model', 'findings', 'facts', 'notation', 'languages', 'clouds'],
  dependencies: ['model', 'findings', 'notation'],
  code: ['model', 'findings', 'facts', 'notation', 'languages'],
  settings: ['findings', 'model', 'notation'],
  policies: ['model', 'findings', 'facts', 'dependencies', 'code'],
  diff: ['model', 'findings'],
  fixes: ['model', 'findings'],
  topics: ['model', 'findings', 'diff'],
  stacks: ['model', 'findings', 'frameworks', 'dependencies', 'pull-request'],
  judgement: [
    'model',
    'findings',
    'facts',
    'notation',
    'frameworks',
    'dependencies',
    'code',
    'policies',
    'diff',
    'fixes',
    'stacks',
    'settings',
  ],
  report: [
    'model',
    'findings',
    'facts',
    'dependencies',
    'code',
    'policies',
    'diff',
    'topics',
    'fixes',
    'review.ts',
    'settings',
  ],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = sources('').flatMap((path) =>
  [...readFileSync(join(src, path), 'utf8').matchAll(/from '(\.[^']+)'/g)].map(([, to = '']) => ({
    from: path,
    to: normalize(join(path, '..', to)).replace(/\.js$/, '.ts'),
  })),
);

function sources(folder: string): readonly string[] {
  return readdirSync(join(src, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !/\/(bad|good|unknown)\./.test(path) ? [path] : [];
  });
}

function topOf(path: string): string {
  return path.split('/')[0] ?? '';
}

test.each(Object.entries(allowed))('%s imports only %j and itself', (folder, others) => {
  const own = imports.filter(({ from }) => topOf(from) === folder);
  const strange = own.filter(({ to }) => topOf(to) !== folder && !others.includes(topOf(to)));
  expect(strange).toEqual([]);
});

test('frameworks import each other only through what they share', () => {
  const shared = ['files', 'framework.ts'];
  const carriers: Readonly<Record<string, readonly string[]>> = {
    cloudformation: ['openapi', 'step-functions'],
    serverless: ['cloudformation', 'openapi', 'step-functions'],
    terraform: ['cloudformation', 'openapi', 'step-functions', 'azure'],
    cdk: ['cloudformation', 'openapi'],
    'google-cloud': ['openapi'],
    azure: ['openapi'],
  };
  const strange = imports.filter(({ from, to }) => {
    const [top, own = ''] = from.split('/');
    const [, other = ''] = to.split('/');
    if (top !== 'frameworks' || topOf(to) !== 'frameworks' || own === 'frameworks.ts' || own === other) return false;
    return !shared.includes(other) && !(carriers[own] ?? []).includes(other);
  });
  expect(strange).toEqual([]);
});

test('no folder is a drawer for everything', () => {
  const drawers = /(^|\/)((utils?|helpers?|common|lib|services)\/|(utils?|helpers?|common|lib)\.ts$)/;
  expect(sources('').filter((path) => drawers.test(path))).toEqual([]);
});

test('the environment is read at the edges only', () => {
  const readers = sources('').filter((path) => /(?<!')process\.env\b/.test(readFileSync(join(src, path), 'utf8')));
  expect(readers.filter((path) => !/^(app|server|lambda|environment)\.ts$|^cli\//.test(path))).toEqual([]);
});

test('measurements import what is there: they run by hand only', () => {
  const bench = join(src, '../bench');
  const named = readdirSync(bench).flatMap((file) =>
    [
      ...readFileSync(join(bench, file), 'utf8').matchAll(/import \{ ([^}]+) \} from '\.\.\/dist\/([^']+)\.js'/g),
    ].flatMap(([, names = '', path = '']) =>
      names.split(', ').map((name) => ({ name: name.split(' ')[0] ?? name, path })),
    ),
  );
  expect(named).not.toEqual([]);
  const isExported = ({ name, path }: { readonly name: string; readonly path: string }) =>
    new RegExp(`export (?:async )?(?:const|function) ${name}\\b`).test(readFileSync(join(src, `${path}.ts`), 'utf8'));
  expect(named.filter((one) => !isExported(one))).toEqual([]);
});

test('files that look for others beside the program stand one folder deep, where the bundle of the command line stands too', () => {
  // A package is found from anywhere.
  const textOf = (path: string) =>
    readFileSync(join(src, path), 'utf8').replaceAll('createRequire(import.meta.url)', '');
  const looking = sources('').filter((path) => textOf(path).includes('import.meta.url'));
  expect(looking.filter((path) => path.split('/').length !== 2)).toEqual([]);
});
