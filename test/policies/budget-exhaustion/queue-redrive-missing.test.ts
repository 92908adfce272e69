import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Model } from '../../../src/model/model.js';
import { none, type Setting } from '../../../src/model/setting.js';
import type { Store } from '../../../src/model/store.js';
import policy from '../../../src/policies/budget-exhaustion/queue-redrive-missing/policy.js';
import { trigger } from '../../support/grants.js';
import { context, fn, model, span, store, unresolved, unset, value } from '../../support/model.js';

function problemsIn(fields: Partial<Model>) {
  return [...policy.check(deriveFacts(model({ functions: [fn()], triggers: [trigger()], ...fields })), context())];
}

function told(fields: Partial<Model>) {
  return problemsIn(fields).map(({ discriminator, severity = policy.severity }) => `${discriminator} ${severity}`);
}

const redrive: Store['redrive'] = value({ target: 'Dead', maximumReceives: 5 });

describe('a queue that starts a function', () => {
  test.each<readonly [string, Partial<Store>, readonly string[]]>([
    ['without redrive', {}, ['redrive medium']],
    ['with redrive', { redrive }, []],
    ['with a redrive that is not known', { redrive: unresolved() }, []],
    ['that gives up at once', { redrive: value({ target: 'Dead', maximumReceives: 1 }) }, ['receives low']],
    ['that hardly gives up', { redrive: value({ target: 'Dead', maximumReceives: 500 }) }, ['receives medium']],
  ])('%s', (_, fields, expected) => expect(told({ stores: [store(fields)] })).toEqual(expected));

  test('and is for dead letters itself needs no redrive', () => {
    const source = store({ id: 'Source', redrive: value({ target: 'Store', maximumReceives: 5 }) });
    expect(told({ stores: [store(), source] })).toEqual([]);
  });

  test.each<readonly [string, Partial<Model>, readonly string[]]>([
    ['by a mapping that is off', { triggers: [trigger({ enabled: value(false) })] }, []],
    [
      'of another kind of broker',
      { stores: [store({ service: 'servicebus', redrive: none(span()), visibilityTimeout: none(span()) })] },
      [],
    ],
    ['not', { triggers: [] }, []],
  ])('%s', (_, fields, expected) => expect(told({ stores: [store()], ...fields })).toEqual(expected));

  test("gets the stack's own queue for dead letters, with the configured count", () => {
    const fixes = (stores: readonly Store[]) => problemsIn({ stores }).map(({ fix }) => fix?.edits[0]?.text);
    expect(fixes([store(), store({ id: 'OrdersDlq' })])).toEqual(['{"queue":"OrdersDlq","maximumReceives":5}']);
    expect(fixes([store()])).toEqual(['"new"']);
  });
});

describe('how long a message is hidden', () => {
  test.each<readonly [string, Setting<number>, Setting<number>, readonly string[]]>([
    ['as long as advised', value(60), value(10), []],
    ['less than advised', value(59), value(10), ['visibility low']],
    ['less than one run', value(9), value(10), ['visibility medium']],
    ['by default, for a long run', unset(), value(31), ['visibility medium']],
    ['by default, for a run of the default', unset(), unset(), []],
    ['not known', unresolved(), value(10), []],
    ['for a run of unknown length', value(1), unresolved(), []],
    ['as long as possible', value(43_200), value(9000), []],
  ])('%s', (_, visibilityTimeout, timeout, expected) => {
    const stores = [store({ redrive, visibilityTimeout })];
    expect(told({ stores, functions: [fn({ timeout })] })).toEqual(expected);
  });
});
