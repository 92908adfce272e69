import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Stage } from '../../../src/model/api.js';
import type { Literal } from '../../../src/model/literal.js';
import type { Model } from '../../../src/model/model.js';
import type { Term } from '../../../src/model/resource.js';
import policy from '../../../src/policies/shadow-apis/stage-wildcard/policy.js';
import { resourcePolicy, term } from '../../support/grants.js';
import { api, model, span, unresolved, unset, value } from '../../support/model.js';

function problemsIn(fields: Partial<Model>) {
  return [...policy.check(deriveFacts(model({ apis: [api()], ...fields })))];
}

function stage(name: string): Stage {
  return { name: value(name), at: span() };
}

function allowing(arn: string, to = 'Api'): Partial<Model> {
  const gateway = { kind: 'service' as const, term: term('apigateway.amazonaws.com') };
  const sourceArn = value<Term, Literal>({ text: arn, at: span(), to });
  return { resourcePolicies: [resourcePolicy({ permission: true, principals: [gateway], sourceArn })] };
}

const arn = 'arn:${AWS::Partition}:execute-api:${AWS::Region}:${AWS::AccountId}:${Api}';

describe('a permission of the gateway', () => {
  test.each([
    ['for every stage, method and path', `${arn}/*/*/*`, 1],
    ['for every stage and method', `${arn}/*/*`, 1],
    ['for everything of the API', `${arn}/*`, 1],
    ['for every stage, of one method', `${arn}/*/GET/orders`, 0],
    ['for all of one stage', `${arn}/live/*/*`, 0],
    ['for the API', arn, 0],
  ])('%s', (_, text, count) => expect(problemsIn(allowing(text))).toHaveLength(count));

  test.each<readonly [string, string, readonly Stage[], unknown]>([
    ['its only stage', `${arn}/*/*`, [stage('live')], { joined: [...partsOfArn(), '/live/*'] }],
    ['none of two', `${arn}/*/*`, [stage('live'), stage('next')], undefined],
    ['none that is not known', `${arn}/*/*`, [{ name: unresolved(), at: span() }], undefined],
    [
      'none where a part of the text cannot be said again',
      'arn:aws:execute-api:${Region}:${Api}/*/*',
      [stage('live')],
      undefined,
    ],
  ])('gets as its stage %s', (_, text, stages, expected) => {
    const [found] = problemsIn({ ...allowing(text), apis: [api({ stages })] });
    const written = found?.fix?.edits[0]?.text;
    expect(written === undefined ? undefined : JSON.parse(written)).toEqual(expected);
  });

  function partsOfArn() {
    return [{ refersTo: 'Api', attribute: 'executionArn' }];
  }
});

describe('a stage for trying things', () => {
  const stages = [stage('prod'), stage('dev')];

  test.each<readonly [string, Partial<Model>, number]>([
    ['beside another in production', { environment: 'production', apis: [api({ stages })] }, 1],
    ['beside another, who knows where', { apis: [api({ stages })] }, 0],
    ['alone', { environment: 'production', apis: [api({ stages: [stage('dev')] })] }, 0],
  ])('%s', (_, fields, count) => expect(problemsIn(fields)).toHaveLength(count));
});

test('APIs that get a second stage by one line are told once', () => {
  const apis = [api({ openApiVersion: unset() }), api({ id: 'B', openApiVersion: unset() }), api({ id: 'C' })];
  expect(problemsIn({ apis }).map(({ message }) => message)).toEqual([
    'Api and 1 more get a second stage named Stage because OpenApiVersion is not set.',
  ]);
});
