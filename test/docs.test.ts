import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { catalogue } from '../src/policies/catalogue.js';
import { parseSettings } from '../src/settings/file.js';
import { settingsSchema } from '../src/settings/schema.js';
import { runIn } from './support/command.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const guides = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md') && name !== 'messages.md');
const text = (name: string) => readFileSync(join(root, 'docs', name), 'utf8');
const all = guides.map(text).join('\n');
const shop = mkdtempSync(join(tmpdir(), 'postern-docs-'));

function blocksOf(name: string, language: string): readonly string[] {
  const pattern = new RegExp(`^ *\`\`\`${language}\\n([\\s\\S]*?)^ *\`\`\`$`, 'gm');
  return [...text(name).matchAll(pattern)].map(([, block = '']) => block);
}

/** What stands in a block of a shell, and sentences that name a whole command. */
const inBlocks = guides.flatMap((name) =>
  blocksOf(name, 'sh').flatMap((block) => block.split('\n').map((line) => line.replace(/\s+#.*$/, '').trim())),
);
const inText = [...all.matchAll(/`(postern [a-z][^`]*)`/g)].map(([, command = '']) => command);
const commands = [...new Set([...inBlocks, ...inText].map((line) => line.replace(/^npx (?=postern )/, '')))].filter(
  (line) => line.startsWith('postern '),
);
/** Not here: what runs on, needs a network or a deployment, or stands for a person's own words. */
const runnable = commands.filter((line) => !/--watch|serve|doctor|--pull|[A-Z]{2,}|\$|>/.test(line));

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: shop, stdio: 'ignore' });
}

beforeAll(() => {
  git('init', '-q', '-b', 'main');
  for (const [side, branch] of [
    ['base', 'main'],
    ['head', 'change'],
  ] as const) {
    git('checkout', '-q', '-B', branch);
    cpSync(join(root, 'sandbox/shop', side), shop, { recursive: true });
    git('add', '-A');
    git('commit', '-qm', side);
  }
  writeFileSync(join(shop, 'known.json'), '{"schemaVersion":1,"tool":{"name":"postern"},"findings":[]}');
});
afterAll(() => rmSync(shop, { recursive: true }));

describe('the commands of the guides', () => {
  test('are shown', () => expect(runnable.length).toBeGreaterThan(12));

  test.each(runnable)('`%s` runs on the shop', async (line) => {
    const { status, stderr } = await runIn(shop, line.split(/\s+/).slice(1));
    expect(stderr).not.toMatch(/^postern: /m);
    expect([0, 1]).toContain(status);
  });

  test.each([...new Set([...all.matchAll(/npm run ([\w-]+)/g)].map(([, name = '']) => name))])(
    '`npm run %s` is a script',
    (name) => {
      expect(Object.keys(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts)).toContain(name);
    },
  );

  test('every option that is named is an option', async () => {
    const names = ['scan', 'review', 'fix', 'policies', 'settings', 'serve', 'access', 'doctor', 'completion'];
    const helps = await Promise.all(names.map(async (name) => (await runIn(shop, [name, '--help'])).stdout));
    const named = inText
      .concat(inBlocks)
      .flatMap((line) => (line.includes('postern ') ? (line.match(/ --[a-z-]+/g) ?? []) : []));
    const others = [' --package', ' --yes'];
    expect(
      [...new Set(named)].filter((name) => !others.includes(name) && !helps.join('\n').includes(`${name.trim()} `)),
    ).toEqual([]);
  });
});

describe('what the guides show as YAML', () => {
  const blocks = guides.flatMap((name) => blocksOf(name, 'yaml').map((block) => [name, block] as const));

  test.each(blocks)('of %s can be read', (_, block) => expect(() => parse(block)).not.toThrow());

  const keys = Object.keys(settingsSchema.shape);
  const settings = blocks.filter(([, block]) =>
    Object.keys((parse(block) as object | null) ?? {}).some((key) => keys.includes(key)),
  );

  test('has settings', () => expect(settings.length).toBeGreaterThanOrEqual(2));

  test.each(settings)('of %s is valid where it is settings', (_, block) => {
    const ids = catalogue.map(({ id }) => id);
    expect(parseSettings('.github/postern.yml', block, ids).notices).toEqual([]);
  });
});

test('every key of the settings has a sentence or keys of its own', () => {
  const rows = text('settings.md')
    .split('\n')
    .filter((line) => /^\| `/.test(line));
  expect(rows.length).toBeGreaterThan(30);
  expect(
    rows.filter((row) => / \|$/.test(row) && row.split('|').at(-2)?.trim() === '' && !row.includes('throttle.')),
  ).toEqual([]);
});

test.each(guides)('every link of %s leads somewhere', (name) => {
  const links = [...text(name).matchAll(/\]\(([^)#:]+)(?:#([\w-]+))?\)/g)];
  const broken = links.filter(([, path = '']) => !existsSync(join(root, 'docs', path)));
  expect(broken.map(([, path]) => path)).toEqual([]);
  const anchors = links.filter(([, path = '', anchor]) => anchor !== undefined && path.endsWith('.md'));
  const lost = anchors.filter(([, path = '', anchor = '']) => {
    const heads = [...text(path).matchAll(/^#+ (.*)$/gm)].map(([, head = '']) =>
      head.toLowerCase().replace(/[^\w]+/g, '-'),
    );
    return !heads.includes(anchor);
  });
  expect(lost.map(([, path]) => path)).toEqual([]);
});

test('every guide is in the table of the guides', () => {
  expect(guides.filter((name) => name !== 'README.md' && !text('README.md').includes(`(${name})`))).toEqual([]);
});

test('the first command of the README stands on its first screen, and the policies below the installation', () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  expect(readme.slice(0, readme.indexOf('```sh')).split('\n').length).toBeLessThan(20);
  expect(readme.indexOf('<!-- policies:begin -->')).toBeGreaterThan(readme.indexOf('## Install it'));
});
