import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import {
  fixClassOf,
  stageOf,
  successorOf,
} from '../../../src/policies/vulnerable-components/deprecated-runtime/lifecycle.js';
import policy from '../../../src/policies/vulnerable-components/deprecated-runtime/policy.js';
import { runtimes } from '../../../src/policies/vulnerable-components/deprecated-runtime/runtimes.data.js';
import { reviewFiles } from '../../support/judging.js';
import { api, context, fn, model, oneOf, route, unresolved, unset, value } from '../../support/model.js';

const today = '2026-11-25';

function check(fields: Parameters<typeof fn>[0], date = today) {
  return [...policy.check(deriveFacts(model({ functions: [fn(fields)] })), context({ date }))];
}

describe('stages', () => {
  test.each([
    ['before its notice', 'nodejs20.x', '2025-10-31', undefined],
    ['within 180 days of its end', 'nodejs20.x', '2025-11-01', 'ending'],
    ['on the day of its end', 'nodejs20.x', '2026-04-30', 'deprecated'],
    ['on the day it is blocked', 'nodejs20.x', '2027-03-03', 'blocked'],
    ['without a row', 'nodejs99.x', today, undefined],
    ['as the name of a property of every object', '__proto__', today, undefined],
  ])('a runtime %s', (_, runtime, date, stage) => expect(stageOf('aws', runtime, date)).toBe(stage));

  test('a provider without a table has none', () => expect(stageOf('knative', 'nodejs20', today)).toBeUndefined());
  test('Azure keeps apps running after the end', () =>
    expect(stageOf('azure', 'python|3.9', today)).toBe('deprecated'));
  test.each([
    ['nodejs18', 'blocked'],
    ['python39', 'blocked'],
    ['go121', 'blocked'],
    ['go125', undefined],
    ['java11', 'blocked'],
    ['ruby33', 'ending'],
    ['php82', 'ending'],
    ['dotnet8', 'deprecated'],
  ])('Google shuts functions down: %s', (runtime, stage) => expect(stageOf('google', runtime, today)).toBe(stage));
});

describe('successors', () => {
  test.each([
    ['aws', 'nodejs20.x', today, 'nodejs24.x'],
    ['aws', 'python3.10', today, 'python3.13'],
    ['aws', 'python3.10', '2029-03-01', undefined],
    ['aws', 'java11', today, 'java11.al2023'],
    ['aws', 'java8', today, 'java8.al2023'],
    ['azure', 'node|18', today, 'node|24'],
    ['azure', 'dotnet|6', today, 'dotnet-isolated|10'],
    ['google', 'python310', today, 'python313'],
    ['google', 'dotnet6', today, undefined],
    ['aws', 'nodejs24.x', today, undefined],
  ])('%s %s on %s', (provider, runtime, date, target) => {
    expect(successorOf(provider, runtime, date)).toBe(target);
  });

  test('every successor has a row of its own, or none is needed', () => {
    const missing = Object.entries(runtimes).flatMap(([provider, rows]) =>
      rows
        .flatMap(({ successor }) => successor ?? [])
        .filter((successor) => !rows.some(({ runtime }) => runtime === successor))
        .map((successor) => `${provider} ${successor}`),
    );
    expect([...new Set(missing)]).toEqual(['azure functions|4', 'azure extension-bundle|4', 'google go125']);
  });
});

describe('what may be written', () => {
  test.each([
    ['two LTS lines of Node.js', 'nodejs20.x', 'nodejs24.x', 'breaking'],
    ['three LTS lines of Node.js', 'nodejs18.x', 'nodejs24.x', undefined],
    ['four minor versions of Python', 'python3.9', 'python3.13', 'breaking'],
    ['five minor versions of Python', 'python3.8', 'python3.13', undefined],
    ['Python 2', 'python2.7', 'python3.13', undefined],
    ['the same Java on a newer system', 'java17', 'java17.al2023', 'exact'],
    ['another Ruby', 'ruby3.3', 'ruby3.4', undefined],
    ['another .NET', 'dotnet8', 'dotnet10', undefined],
    ['another language', 'go1.x', 'provided.al2023', undefined],
  ])('%s', (_, from, to, cls) => expect(fixClassOf(from, to)).toBe(cls));
});

describe('the policy', () => {
  test('a blocked runtime that anyone can reach', () => {
    const old = fn({ id: 'Old', runtime: value('dotnetcore3.1') });
    const stack = deriveFacts(
      model({ functions: [old], apis: [api()], routes: [route({ function: 'Old', auth: value({ kind: 'none' }) })] }),
    );
    expect(stack.exposure(old)).toBe('open');
    expect([...policy.check(stack, context({ date: today }))]).toMatchObject([{ severity: 'high' }]);
  });

  test.each([
    ['blocked', 'dotnetcore3.1', 'medium'],
    ['deprecated', 'nodejs20.x', 'medium'],
    ['ending', 'nodejs22.x', 'low'],
  ])('a %s runtime', (_, runtime, severity) => {
    expect(check({ runtime: value(runtime) })).toMatchObject([{ severity, confidence: 'high' }]);
  });

  test.each([
    ['a supported runtime', { runtime: value('nodejs24.x') }],
    ['an unknown runtime', { runtime: unresolved() }],
    ['no runtime', { runtime: unset() }],
    ['a runtime newer than the tables', { runtime: value('nodejs26.x') }],
    ['an image', { runtime: value('nodejs16.x'), packaging: 'image' as const }],
  ])('%s is silent', (_, fields) => expect(check(fields)).toEqual([]));

  test('one branch of a condition is told apart and less sure', () => {
    const [problem] = check({ runtime: oneOf(value('nodejs24.x'), value('nodejs18.x')) });
    expect(problem).toMatchObject({ confidence: 'medium' });
    expect(problem?.message).toContain('nodejs18.x in branch Is1');
  });

  test('a step too long is advice', () => {
    const [problem] = check({ runtime: value('nodejs16.x') });
    expect(problem?.fix).toBeUndefined();
    expect(problem?.advice).toContain('nodejs24.x');
  });
});

describe('a step to another runtime that is out of support', () => {
  const template = (runtime: string) =>
    `Transform: AWS::Serverless-2016-10-31\nResources:\n  Fn:\n    Type: AWS::Serverless::Function\n    Properties:\n      Runtime: ${runtime}\n      Handler: a.b\n`;

  test.each([
    ['nodejs14.x', 'nodejs16.x', 'improved', 'summary'],
    ['nodejs16.x', 'nodejs14.x', 'worsened', 'comment'],
    ['nodejs14.x', 'nodejs14.x', 'existing', 'summary'],
    ['nodejs14.x', 'python3.8', 'introduced', 'comment'],
  ])('from %s to %s is %s', async (from, to, status, place) => {
    const path = 'template.yaml';
    const reviewed = await reviewFiles(new Map([[path, template(from)]]), new Map([[path, `${template(to)}# x\n`]]));
    const told = reviewed.findings.filter((one) => one.policy === policy.id && one.status !== 'fixed');
    expect(told).toMatchObject([{ status, place }]);
  });
});
