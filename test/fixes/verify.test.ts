import { describe, expect, test } from '@jest/globals';
import type { Placed } from '../../src/findings/finding.js';
import { withCompatibleFixes } from '../../src/fixes/combine.js';
import { withTriedFixes } from '../../src/fixes/tried.js';
import { holds, type Trial, withMemory } from '../../src/fixes/verify.js';
import { finding, fixable } from '../support/finding.js';

const text = 'AuthType: NONE\nOrigins: all\n';
const closed = fixable(text, 'NONE', 'AWS_IAM', { fingerprint: 'open' });
const narrowed = fixable(text, 'all', 'own', { fingerprint: 'wide', severity: 'medium' });

/** Says which problems a text has: `open` while anyone may call, `wide` while all origins may, `both` when both are fixed. */
function trial(changed: Partial<Trial> = {}): Trial {
  return {
    text: (path) => (path === 'template.yaml' ? text : undefined),
    affordable: 100,
    before: new Set(['open', 'wide']),
    after: (texts) => {
      const now = texts.get('template.yaml') ?? '';
      return new Set([...(now.includes('NONE') ? ['open'] : []), ...(now.includes('all') ? ['wide'] : [])]);
    },
    ...changed,
  };
}

const edit = (start: number, end: number, written: string, path = 'template.yaml') => ({
  path,
  start,
  end,
  text: written,
});

describe('a fix holds', () => {
  test.each([
    ['when its finding goes and nothing comes', closed.fix?.edits ?? [], trial(), true],
    ['not when its finding stays', [edit(0, 0, '# A remark.\n')], trial(), false],
    ['not when a new one comes', closed.fix?.edits ?? [], trial({ after: () => new Set(['new']) }), false],
    ['not when the stack cannot be read any more', closed.fix?.edits ?? [], trial({ after: () => undefined }), false],
    ['not without an edit', [], trial(), false],
    ['not when it changes nothing', [edit(10, 14, 'NONE')], trial({ after: () => new Set() }), false],
    [
      'not when its edits overlap',
      [edit(10, 14, 'AWS_IAM'), edit(12, 14, 'x')],
      trial({ after: () => new Set() }),
      false,
    ],
    ['not beyond the end of the file', [edit(10, 1000, 'AWS_IAM')], trial({ after: () => new Set() }), false],
    ['not in a file that was not read', [edit(0, 1, 'x', 'other.yaml')], trial({ after: () => new Set() }), false],
  ])('%s', (_, edits, by, expected) => expect(holds([closed], edits, by)).toBe(expected));

  test('of several alike when the last one goes', () => {
    const alike = ['wide', 'wide#1'];
    const first = { ...closed, fingerprint: 'wide', alike };
    const by = (left: readonly string[]) => trial({ before: new Set(alike), after: () => new Set(left) });
    const edits = closed.fix?.edits ?? [];
    expect(holds([first], edits, by(['wide']))).toBe(true);
    expect(holds([first], edits, by(alike))).toBe(false);
    expect(holds([first, { ...first, fingerprint: 'wide#1' }], edits, by(['wide']))).toBe(false);
    expect(holds([first, { ...first, fingerprint: 'wide#1' }], edits, by([]))).toBe(true);
  });

  test('and is marked as tried', () => {
    const untried = { ...closed, fix: closed.fix && { ...closed.fix, verified: false } };
    const fixOf = (one: Placed, by: Trial) => withTriedFixes([one], by)[0]?.fix;
    expect(fixOf(untried, trial())).toEqual(closed.fix);
    expect(fixOf(untried, trial({ after: () => undefined }))).toBeNull();
    expect(fixOf(finding(), trial())).toBeNull();
  });
});

describe('more fixes than can be tried one by one', () => {
  const stuck = fixable(text, 'Origins', 'From', { fingerprint: 'stuck', severity: 'low' });
  const by = (affordable: number) => {
    const told = trial();
    const after: Trial['after'] = (texts) => new Set([...(told.after(texts) ?? []), 'stuck']);
    return withMemory({ ...told, affordable, before: new Set([...told.before, 'stuck']), after });
  };

  test('are tried together, and those that do not hold are found', () => {
    const fixes = withTriedFixes([stuck, narrowed, closed], by(2)).map(({ fix }) => fix?.verified ?? false);
    expect(fixes).toEqual([false, true, true]);
  });

  test('are not offered when not even that can be afforded', () => {
    const fixes = withTriedFixes([stuck, narrowed, closed], by(1)).map(({ fix }) => fix);
    expect(fixes).toEqual([null, null, null]);
  });
});

describe('fixes that end up in one suggestion', () => {
  test('are kept when they hold together', () =>
    expect(withCompatibleFixes([narrowed, closed], trial())).toEqual([narrowed, closed]));

  test('leave the worse finding its fix when they do not', () => {
    const after: Trial['after'] = (texts) =>
      /IAM.*\n.*own/.test(texts.get('template.yaml') ?? '') ? new Set(['both']) : new Set();
    const fixes = withCompatibleFixes([narrowed, closed], trial({ after })).map(({ fix }) => fix);
    expect(fixes).toEqual([null, closed.fix]);
  });

  test('are tried together also where their findings stand far from each other', () => {
    const far = { ...narrowed, start: { line: 40, column: 1 }, end: { line: 40, column: 5 } };
    const after: Trial['after'] = (texts) =>
      /IAM.*\n.*own/.test(texts.get('template.yaml') ?? '') ? new Set(['both']) : new Set();
    expect(withCompatibleFixes([far, closed], trial({ after })).map(({ fix }) => fix)).toEqual([null, closed.fix]);
  });
});

test('a trial with memory tries the same texts once', () => {
  const tried: string[] = [];
  const after: Trial['after'] = (texts) => {
    tried.push([...texts.values()].join());
    return undefined;
  };
  const remembering = withMemory(trial({ after }));
  for (const written of ['a', 'b', 'a', 'b']) expect(remembering.after(new Map([['x', written]]))).toBeUndefined();
  expect(tried).toEqual(['a', 'b']);
});
