import { describe, expect, test } from '@jest/globals';
import { parseScript } from '../../../src/languages/javascript/parse-script.js';

const reasonOf = (path: string, text: string) => {
  const parsed = parseScript({ path, text });
  return 'because' in parsed ? parsed.because : 'parsed';
};

describe('a file is parsed', () => {
  test.each([
    ['types', 'a.ts', 'const a: string = <string>b; enum C { D } declare const e: number;'],
    ['elements in TypeScript', 'a.tsx', 'const a: number = 1; const b = <p>{a}</p>;'],
    ['elements in JavaScript', 'a.js', 'export const Page = () => <p>hello</p>;'],
    ['decorators', 'a.ts', '@Controller() class A { @Get() list(@Query() query: Q) {} accessor b = 1; }'],
    ['await at the top', 'a.mjs', 'export const a = await load();'],
    ['return at the top', 'a.js', 'return 1;'],
    ['CommonJS', 'a.cjs', "const a = require('a'); module.exports = { a };"],
    ['resources', 'a.ts', 'using a = open(); export {};'],
    ['attributes of imports', 'a.ts', "import a from './a.json' with { type: 'json' };"],
    ['what the parser recovers from', 'a.ts', 'const a = 1; const a = 2;'],
    ['a byte-order mark', 'a.js', '\uFEFFexport default 1;'],
    ['a first line for the shell', 'a.js', '#!/usr/bin/env node\nmain();'],
    ['an empty file', 'a.ts', ''],
  ])('with %s', (_, path, text) => expect(reasonOf(path, text)).toBe('parsed'));
});

describe('a file is not parsed', () => {
  test.each([
    ['that is not valid', 'const = 1;', ['not valid', 6, 'is not valid JavaScript or TypeScript']],
    ['that is nested too deeply', `\n${'['.repeat(500)}`, ['nested too deeply', 401, 'is nested too deeply']],
    ['that is too large', ' '.repeat(1_000_001), ['refused', 0, 'is larger than 1 MB']],
    ['that is no text', 'a\u0000', ['refused', 0, 'is not UTF-8 text']],
    ['that leaves the parser without stack', `${'!'.repeat(60_000)}a`, ['not valid', 0, 'is not valid JavaScript']],
  ] as const)('%s', (_, text, [because, offset, problem]) => {
    const parsed = parseScript({ path: 'a.ts', text });
    expect(parsed).toMatchObject({ because, offset, notice: { path: 'a.ts', kind: 'unread' } });
    expect(parsed).toHaveProperty('notice.message', expect.stringContaining(problem));
  });
});

test('offsets are those of the text, also behind a byte-order mark', () => {
  const text = "\uFEFFconst a = 'é';";
  const parsed = parseScript({ path: 'a.js', text });
  const body = 'program' in parsed ? parsed.program.body : [];
  expect(body.map(({ start, end }) => text.slice(start ?? 0, end ?? 0))).toEqual(["const a = 'é';"]);
});
