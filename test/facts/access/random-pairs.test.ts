import { expect, test } from '@jest/globals';
import { widenings } from '../../../src/facts/access/comparison.js';
import { evaluator } from './brute-force.js';
import { type Random, randomFrom } from './random.js';
import { documents, type Written } from './written-documents.js';

/** As many in every run; `PAIRS=10000` for the measurement. */
const pairs = Number(process.env.PAIRS ?? 600);

const actions: readonly [string, ...string[]] = [
  ...(['sqs:SendMessage', 'sqs:ReceiveMessage', 'sqs:Send*', 'sqs:*', 'SQS:sendmessage', 'sqs:*Message'] as const),
  ...(['sqs:????Message', 'dynamodb:GetItem', 'dynamodb:Get*', 'dynamodb:*Item', 'dynamodb:Query', '*'] as const),
];
const concreteActions = [
  'sqs:SendMessage',
  'sqs:ReceiveMessage',
  'sqs:DeleteMessage',
  'dynamodb:GetItem',
  'dynamodb:PutItem',
  'dynamodb:Query',
];

const names: readonly [string, ...string[]] = ['a', 'b', 'ab', 'a*', '*b', 'a?', '?', '*', 'a*b', '*a*', 'b?*', 'aab'];
const concreteNames = ['a', 'b', 'c', 'ab', 'aa', 'bb', 'ba', 'aab', 'abb', 'cab', 'bcc', 'acb', 'ccc', 'bca'];
const regions: readonly [string, ...string[]] = ['*', 'us-east-1', 'eu-*', '*-1'];
const concreteRegions = ['us-east-1', 'eu-west-1', 'eu-west-2', 'x'];

const grid = concreteRegions.flatMap((region) =>
  concreteNames.flatMap((name) => [
    { service: 'sqs', resource: `arn:aws:sqs:${region}:1:${name}`, types: ['queue'] },
    { service: 'dynamodb', resource: `arn:aws:dynamodb:${region}:1:table/${name}`, types: ['table'] },
    { service: 'dynamodb', resource: `arn:aws:dynamodb:${region}:1:table/${name}/index/i`, types: ['index'] },
  ]),
);

function resource(random: Random): string {
  if (random.chance(0.1)) return '*';
  const [region, name] = [random.pick(regions), random.pick(names)];
  if (random.chance(0.5)) return `arn:aws:sqs:${region}:1:${name}`;
  const end = random.chance(0.3) ? '/index/*' : '';
  return `arn:aws:dynamodb:${region}:${random.pick(['1', '*'])}:table/${name}${end}`;
}

function some<T>(random: Random, make: (random: Random) => T): readonly T[] {
  return Array.from({ length: random.chance(0.6) ? 1 : 2 }, () => make(random));
}

function statement(random: Random): Written {
  const action = some(random, ({ pick }) => pick(actions));
  const resources = some(random, resource);
  return {
    effect: random.chance(0.25) ? 'deny' : 'allow',
    ...(random.chance(0.12) ? { notAction: action } : { action }),
    ...(random.chance(0.15) ? { notResource: resources } : { resource: resources }),
    ...(random.chance(0.15) && {
      condition: { [random.pick(['StringEquals', 'StringNotEquals'])]: { k: random.pick(['1', '2']) } },
    }),
  };
}

function pair(random: Random): readonly [readonly Written[], readonly Written[]] {
  const base = Array.from({ length: 1 + Math.floor(random.next() * 3) }, () => statement(random));
  const kept = base.filter(() => random.chance(0.7));
  return [base, [...kept, ...(random.chance(0.7) ? [statement(random)] : [])]];
}

const contexts = ['1', '2', '3'].map((k) => ({ k }));

/** Disagreements with the long way, in words. */
function disagreements(base: readonly Written[], head: readonly Written[]): readonly string[] {
  const found = widenings(documents(base), documents(head), { universe: 'indexed', own: [] });
  const [now, then] = [evaluator(head), evaluator(base)];
  const isMore = (action: string, at: string) =>
    contexts.some((context) => {
      const request = { action, resource: at, context };
      return now(request) && !then(request);
    });
  const wrong: string[] = [];
  const answers = new Map<string, string>();
  for (const { actions: own, answer, witness = '' } of found) {
    for (const { service, name } of own) answers.set(`${service}:${name}`, answer.kind);
    // The actions of one entry are decided by the same statements.
    for (const { service, name } of own.slice(0, 1)) {
      const action = `${service}:${name}`;
      if (answer.kind === 'more' && !isMore(action, witness)) wrong.push(`${action} on ${witness} is nothing new`);
      if (answer.kind === 'apart' && answer.because !== 'conditions') wrong.push(`${action} was not decided`);
    }
  }
  for (const action of concreteActions) {
    if (answers.has(action)) continue;
    const service = action.split(':')[0];
    const takes = action === 'dynamodb:Query' ? ['table', 'index'] : ['table', 'queue'];
    const missed = grid.find(
      (one) => one.service === service && takes.includes(one.types[0] ?? '') && isMore(action, one.resource),
    );
    if (missed !== undefined) wrong.push(`${action} on ${missed.resource} was missed`);
  }
  return wrong;
}

test(`${pairs} random pairs agree with the long way on every witness and on the whole grid`, () => {
  const random = randomFrom(15);
  const wrong: unknown[] = [];
  let told = 0;
  for (let count = 0; count < pairs && wrong.length < 5; count += 1) {
    const [base, head] = pair(random);
    const found = disagreements(base, head);
    if (found.length > 0) wrong.push({ base, head, found: found.slice(0, 3) });
    told += 1;
  }
  expect(wrong).toEqual([]);
  expect(told).toBe(pairs);
}, 120_000);
