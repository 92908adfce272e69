import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { composed } from '../../../src/notation/yaml/composed.js';
import { nodesOf } from '../../../src/notation/yaml/from-events.js';

/** Every seventh example: both readers have seen all kinds of them then. */
const examples = readdirSync('src/policies', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.yml'))
  .sort()
  .filter((_, index) => index % 7 === 0)
  .map((path) => readFileSync(join('src/policies', path), 'utf8'));

/** One change of a line after the other: what people write, and what they write wrong. */
const changes: readonly ((line: string) => string)[] = [
  (line) => `${line} # note`,
  (line) => `  ${line}`,
  (line) => line.replace(/: (.*)/, ': { a: $1 }'),
  (line) => line.replace(/: (.*)/, ": [x, '$1', ]"),
  (line) => line.replace(/: (.*)/, ': |+\n            $1\n\n'),
  (line) => line.replace(/: /, ': &here '),
  (line) => line.replace(/: .*/, ':'),
  (line) => line.replace(/: (.*)/, ": !Sub '$1'"),
];

function changed(text: string, seed: number): string {
  const lines = text.split('\n');
  const at = (seed * 7919) % lines.length;
  const change = changes[seed % changes.length] ?? String;
  return lines.with(at, change(lines[at] ?? '')).join(seed % 3 === 0 ? '\r\n' : '\n');
}

function expectAgreement(text: string): number {
  const quick = nodesOf(text);
  if (quick === undefined) return 0;
  expect({ text, documents: quick }).toEqual({ text, documents: composed(text).documents });
  return 1;
}

test('what the quick reader reads is what the other reads, to the place of every character', () => {
  const quick = examples.map(expectAgreement).filter(Boolean).length;
  expect(quick / examples.length).toBeGreaterThan(0.95);
});

test('so it is when a line is changed; the quick reader leaves what is wrong to the other', () => {
  for (const [index, text] of examples.entries()) expectAgreement(changed(text, index));
});

test.each([
  ['%TAG ! tag:x,2000:\n---\na: !b c\n', 'directives'],
  ['? a\n: b\n', 'explicit keys'],
  ['a: [b: c]\n', 'pairs in a list'],
  ['a: !<!b> c\n', 'verbatim tags'],
  ['a: 1\n...\n', 'marks of an end'],
  [`${'['.repeat(300)}${']'.repeat(300)}`, 'what is nested too deeply'],
  ['a: b: c\n', 'errors'],
  ['a: \0\n', 'signs that are no text'],
])('%j is left to the other reader: %s', (text) => {
  expect(nodesOf(text)).toBeUndefined();
});
