import { describe, expect, test } from '@jest/globals';
import { number, text } from '../../../src/clouds/values/codec.js';
import { renamed, wordsFor } from '../../../src/clouds/values/renaming.js';
import { type Section, settingOf } from '../../../src/clouds/values/section.js';
import type { Literal } from '../../../src/model/literal.js';
import type { Setting } from '../../../src/model/setting.js';
import type { Edit } from '../../../src/model/span.js';
import type { MapValue, Value } from '../../../src/model/value.js';
import type { Writer } from '../../../src/notation/writer.js';

const at = { path: 'a', start: 0, end: 0 };

/** Says what would be written, instead of edits. */
const said = (...words: readonly Literal[]): readonly Edit[] => [{ ...at, text: words.join(' ') }];
const writer: Writer = {
  replace: (value, literal) => said('replace', value.kind === 'scalar' ? value.value : value.kind, 'by', literal),
  insert: (_, path, literal) => said('insert', path.join('.'), literal),
  remove: (_, key) => said('remove', key),
  append: () => undefined,
};

function mapOf(entries: Readonly<Record<string, string | number>>, open = false): MapValue {
  const own = Object.entries(entries).map(
    ([key, value]) => ({ key, keyAt: at, value: { kind: 'scalar', value, at } }) as const,
  );
  return { kind: 'map', entries: own, open, at };
}

const table = {
  'limits.memory': { key: 'size' },
  'limits.count': { key: 'max' },
  reach: { key: 'open', ...wordsFor({ yes: 'ALL', no: 'NONE' }) },
};

function sectionOf(map: Value | undefined, within?: Section['within']): Section {
  return renamed({ map, at, reading: { writer, unresolved: [] }, ...(within && { within }) }, table);
}

function wordIn(setting: Setting<unknown, never>): unknown {
  return setting.kind === 'known' ? setting.value : setting.kind;
}

describe('a property is read where the notation says it', () => {
  test.each([
    ['under another name', mapOf({ max: 7 }), 7],
    ['not at all', mapOf({ count: 7 }), 'absent'],
    ['in a map that may hold more', mapOf({}, true), 'unknown'],
    ['in something that is no map', { kind: 'unknown', at, because: 'variable' } as const, 'unknown'],
    ['without a map', undefined, 'absent'],
  ])('%s', (_, map, expected) => {
    expect(wordIn(settingOf(sectionOf(map), ['limits', 'count'], number))).toBe(expected);
  });

  test.each([
    ['yes', 'ALL'],
    ['no', 'NONE'],
    ['perhaps', 'perhaps'],
  ])('in words of its own: %s', (written, expected) => {
    expect(wordIn(settingOf(sectionOf(mapOf({ open: written })), ['reach'], text))).toBe(expected);
  });
});

describe('a property is written where the notation says it', () => {
  const write = (section: Section, path: string, word: string) => {
    const setting: Setting<string> = settingOf<string, string>(section, path.split('.'), text);
    return setting.kind === 'known' || setting.kind === 'absent' ? setting.write(word)?.[0]?.text : undefined;
  };
  const parent = { map: mapOf({}), path: ['spec'] };

  test.each([
    ['in the place of another', sectionOf(mapOf({ max: 7 })), 'limits.count = 9', 'replace 7 by 9'],
    ['beside others of its group', sectionOf(mapOf({ size: 1 })), 'limits.count = 9', 'insert max 9'],
    ['as the first of its group', sectionOf(mapOf({})), 'limits.count = 9', 'insert max 9'],
    ['with the map that it is in', sectionOf(undefined, parent), 'limits.count = 9', 'insert spec.max 9'],
    ['in words of its own', sectionOf(mapOf({ open: 'yes' })), 'reach = NONE', 'replace yes by no'],
    ['not where it has no word', sectionOf(mapOf({ open: 'yes' })), 'reach = SOME', undefined],
    ['not where it has no name', sectionOf(mapOf({})), 'other = x', undefined],
  ])('%s', (_, section, wish, expected) => {
    const [path = '', word = ''] = wish.split(' = ');
    expect(write(section, path, word)).toBe(expected);
  });

  test('and removed there', () => {
    const setting = settingOf(sectionOf(mapOf({ max: 7 })), ['limits', 'count'], number);
    expect(setting.kind === 'known' && setting.remove?.()?.[0]?.text).toBe('remove max');
  });
});
