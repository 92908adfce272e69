import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { catalogue } from '../src/policies/catalogue.js';
import { parseSettings } from '../src/settings/file.js';
import { runIn } from './support/command.js';
import { judge, reviewFiles } from './support/judging.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const readme = readFileSync(join(root, 'README.md'), 'utf8');

/** The texts of all code blocks of a language. */
function blocks(language: string): readonly string[] {
  return [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map(
    ([, text = '']) => text,
  );
}

const lines = blocks('sh').flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim()));
const commands = lines.filter((line) => line.startsWith('postern '));
/** Optional parts are left out; what stands for a person's own words cannot be run. */
const runnable = commands
  .map((line) => line.replace(/\s*\[[^\]]*\]/g, ''))
  .filter((line) => !/\b[A-Z]{2,}\b/.test(line));
const settings = blocks('yaml')[0] ?? '';

const shop = mkdtempSync(join(tmpdir(), 'postern-readme-'));

function commit(side: 'base' | 'head', branch: string): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  const git = (...args: readonly string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: shop, stdio: 'ignore' });
  git('checkout', '-q', '-B', branch);
  cpSync(join(root, 'sandbox/shop', side), shop, { recursive: true });
  git('add', '-A');
  git('commit', '-qm', side);
}

beforeAll(() => {
  execFileSync('git', ['init', '-q', '-b', 'main'], { cwd: shop });
  mkdirSync(join(shop, '.github'));
  writeFileSync(join(shop, '.github/postern.yml'), settings);
  commit('base', 'main');
  commit('head', 'change');
});
afterAll(() => rmSync(shop, { recursive: true }));

const run = (args: readonly string[]) => runIn(shop, args);

describe('the commands of the README', () => {
  test('are shown', () => expect(runnable.length).toBeGreaterThanOrEqual(5));

  test.each(runnable)('`%s` runs on the shop', async (line) => {
    const { status, stdout, stderr } = await run(line.split(/\s+/).slice(1));
    expect(stderr).toBe('');
    expect([0, 1]).toContain(status);
    expect(stdout).not.toBe('');
  });

  test('the review finds what the change opened', async () => {
    const { status, stdout } = await run(['review', '--base', 'main']);
    expect(status).toBe(1);
    expect(stdout).toContain('authorizer-removed');
  });

  test.each([
    ...new Set(lines.flatMap((line) => [...line.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name))),
  ])('`npm run %s` is a script', (name) => {
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    expect(Object.keys(scripts)).toContain(name);
  });

  test('every option that is named is an option', async () => {
    const ends = ['scan', 'review', 'access', 'fix', 'policies', 'settings', 'serve'].map(async (name) =>
      run([name, '--help']),
    );
    const known = (await Promise.all(ends)).map(({ stdout }) => stdout).join('\n');
    const named = [...readme.matchAll(/(?<=`|\s)--[a-z][a-z-]+/g)].map(([name]) => name);
    const strange = named.filter((name) => !['--once', '--port'].includes(name) && !known.includes(`${name} `));
    expect([...new Set(strange)]).toEqual([]);
  });
});

test('the settings of the README are settings', () => {
  const ids = catalogue.map(({ id }) => id);
  const { settings: read, notices } = parseSettings('.github/postern.yml', settings, ids);
  expect(notices).toEqual([]);
  expect(read.suppressions).toHaveLength(1);
});

describe('a suppression as the README writes it', () => {
  const [, metadata = ''] = /`(Metadata: \{.*?\})`\.\n/.exec(readme) ?? [];
  const [, comment = ''] = /`(# postern-ignore: .*?)`/.exec(readme) ?? [];
  const template = (beside = '', above = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  HealthFunction:
    Type: AWS::Serverless::Function
    ${beside}
    Properties:
      CodeUri: src
      Handler: app.handler
      Runtime: nodejs24.x
      FunctionUrlConfig:
        ${above}
        AuthType: NONE
      Events:
        Status: { Type: HttpApi, Properties: { Path: /orders, Method: post } }
`;
  const { settings: own } = parseSettings('.github/postern.yml', settings, []);

  test.each([
    ['an entry of the settings', 'services/public/template.yaml', template(), 'route-without-authorizer', 'settings'],
    ['the metadata of a resource', 'template.yaml', template(metadata), 'function-url-open', 'metadata'],
    ['a comment above the line', 'template.yaml', template('', comment), 'function-url-open', 'comment'],
  ])('%s silences that finding', async (...[, file, text, policy, place]) => {
    const { findings } = await reviewFiles(
      new Map(),
      new Map([[file, text]]),
      judge({ suppressions: own.suppressions }),
    );
    expect(findings.find((found) => found.policy === policy)?.suppressed?.in).toBe(place);
  });

  test('and without it the finding is there', async () => {
    const { findings } = await reviewFiles(new Map(), new Map([['template.yaml', template()]]));
    const open = findings.filter(({ suppressed }) => suppressed === null).map(({ policy }) => policy);
    expect(open).toEqual(expect.arrayContaining(['route-without-authorizer', 'function-url-open']));
  });
});

test('every page and picture that the README links to exists', () => {
  const links = [...readme.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(catalogue.length);
  expect(links.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
