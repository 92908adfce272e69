import { expect, test } from '@jest/globals';
import { cooldownFor } from '../../src/dependencies/cooldown.js';
import { touchedManifests } from '../../src/dependencies/touched.js';
import { filesOf } from '../support/component-examples.js';

test.each<[string, string, [file: string, text: string], number | undefined]>([
  ['npm waits days', 'package-lock', ['.npmrc', 'min-release-age=7'], 7],
  ['npm takes the last line', 'package-lock', ['.npmrc', 'min-release-age = 7\nmin-release-age = 0'], 0],
  ['npm has nothing', 'package-lock', ['.npmrc', 'min-release-age='], 0],
  ['pnpm waits minutes', 'pnpm-lock', ['pnpm-workspace.yaml', "packages: ['.']\nminimumReleaseAge: 4320"], 3],
  ['Yarn waits minutes', 'yarn-lock', ['.yarnrc.yml', 'npmMinimalAgeGate: 1440'], 1],
  ['Yarn waits a span', 'yarn-lock', ['.yarnrc.yml', 'npmMinimalAgeGate: "3d"'], 3],
  ['Bun waits seconds', 'bun-lock', ['bunfig.toml', '[install]\nminimumReleaseAge = 259200'], 3],
  ['uv waits a span', 'python-lock', ['uv.toml', 'exclude-newer = "7 days"'], 7],
  ['uv waits weeks', 'python-lock', ['pyproject.toml', '[tool.uv]\nexclude-newer = "1 week"'], 7],
  ['uv keeps to a day', 'python-lock', ['uv.toml', 'exclude-newer = "2026-01-31"'], undefined],
])('%s', (_, format, [file, text], days) => {
  const { cooldown } = cooldownFor('services/orders/lock', format, filesOf({ [`services/${file}`]: text }));
  expect(cooldown?.at.path).toBe(`services/${file}`);
  expect(cooldown?.days).toBe(days);
});

test.each<[string, string, string]>([
  ['another key', 'package-lock', 'min-release-age-exclude[]=mine'],
  ['a comment', 'package-lock', '; min-release-age=7'],
  ['another package manager', 'yarn-lock', 'min-release-age=7'],
])('%s is no wait', (_, format, text) => {
  expect(cooldownFor('lock', format, filesOf({ '.npmrc': text }))).toEqual({});
});

test.each([
  ['.npmrc', 'package-lock.json'],
  ['pnpm-workspace.yaml', 'pnpm-lock.yaml'],
  ['.yarnrc.yml', 'yarn.lock'],
  ['bunfig.toml', 'bun.lock'],
  ['uv.toml', 'uv.lock'],
])('a change of %s has %s judged', (setting, lock) => {
  expect(touchedManifests([setting], filesOf({ [setting]: '', [lock]: '' }))).toContain(lock);
});
