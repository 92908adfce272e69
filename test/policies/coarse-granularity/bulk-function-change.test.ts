import { expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import policy from '../../../src/policies/coarse-granularity/bulk-function-change/policy.js';
import { api, context, fn, model, route, unresolved, unset, value } from '../../support/model.js';

type Function = ReturnType<typeof fn>;

const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];

/** What is said of functions that get a layer each, and are reached by the first one's route. */
function told(gradual: Pick<Function, 'gradual'>, auth: 'none' | 'iam'): readonly string[] {
  const functions = ids.map((id) => fn({ id, layers: value([]), ...gradual }));
  const routes = [route({ function: 'a', api: api().id, auth: value({ kind: auth }) })];
  const stackOf = (layers: Function['layers']) =>
    deriveFacts(model({ functions: functions.map((one) => ({ ...one, layers })), routes, apis: [api()] }));
  const base = stackOf(value([]));
  return [...policy.compare(base, stackOf(value([value('arn:aws:lambda:eu-west-1:1:layer:x:1')])), context())].map(
    ({ message }) => message,
  );
}

const words = 'nothing shifts the traffic of their callers gradually';

test.each<[string, Pick<Function, 'gradual'>, 'none' | 'iam', boolean]>([
  ['released at once, to anyone', { gradual: unset() }, 'none', true],
  ['said to be released at once', { gradual: value(false) }, 'none', true],
  ['released step by step', { gradual: value(true) }, 'none', false],
  ['released as the deployment decides', { gradual: unresolved() }, 'none', false],
  ['released by something else', {}, 'none', false],
  ['for callers who are known', { gradual: unset() }, 'iam', false],
])('functions %s', (_, gradual, auth, isSaid) => {
  const messages = told(gradual, auth);
  expect(messages).not.toEqual([]);
  expect(messages.every((message) => message.includes(words))).toBe(isSaid);
});
