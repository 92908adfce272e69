import { describe, expect, test } from '@jest/globals';
import { settingsIn } from '../../src/facts/settings-in.js';
import { absent, isUnsaid, known, none, type Setting, when } from '../../src/model/setting.js';
import { fn, model, oneOf, span, unresolved, value } from '../support/model.js';

const isOff = (on: boolean) => !on;

describe('a setting', () => {
  test.each<[string, Setting<boolean>, boolean, boolean]>([
    ['that the platform does not have', none(span()), false, false],
    ['that is not there', absent(span()), false, true],
    ['that only the deployment knows', unresolved(), false, false],
    ['that is off', value(false), true, true],
    ['that is on', value(true), false, false],
    ['that the platform has in one of two cases, where it is off', oneOf(none(span()), value(false)), true, true],
    ['that the platform has in one of two cases, where it is on', oneOf(none(span()), value(true)), false, false],
    ['that the platform has in no case', oneOf<boolean>(none(span()), none(span())), false, false],
  ])('%s matches as it should', (_, setting, matches, matchesByDefault) => {
    expect(when(setting, isOff) !== undefined).toBe(matches);
    expect(when(setting, isOff, { absent: true }) !== undefined).toBe(matchesByDefault);
  });

  test.each<[string, Setting<boolean>, boolean]>([
    ['that the platform does not have', none(span()), true],
    ['that is not there', absent(span()), true],
    ['that only the deployment knows', unresolved(), false],
    ['that is off', value(false), false],
  ])('%s is unsaid or said', (_, setting, expected) => expect(isUnsaid(setting)).toBe(expected));

  test('that the platform does not have has no value', () => expect(known(none(span()))).toBeUndefined());
});

test('settings that the platform does not have are not counted', () => {
  const count = (...functions: readonly ReturnType<typeof fn>[]) => [...settingsIn(model({ functions }))].length;
  expect(count(fn({ layers: none(span()) }))).toBe(count(fn()) - 1);
});
