import { beforeAll, expect, test } from '@jest/globals';
import { fails, type Profile } from '../../src/findings/outcome.js';
import type { Judge } from '../../src/judgement/judge.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { finding } from '../support/finding.js';
import { judge, reviewFiles } from '../support/judging.js';

const template = `Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: hello, AuthType: NONE }
`;

beforeAll(prepareFrameworks);

test.each([
  ['services/template.yaml', 'high', true],
  ['latest/template.yaml', 'high', true],
  ['tests/template.yaml', 'medium', false],
  ['packages/a/examples/template.yaml', 'medium', false],
  ['testdata/template.yaml', 'medium', false],
  ['e2e-orders/template.yaml', 'medium', false],
  ['benchmarks/cold/template.yaml', 'medium', false],
  ['docs/how/template.yaml', 'medium', false],
  ['create-orders/templates/http/template.yaml', 'medium', false],
  ['infra/templates/template.yaml', 'high', true],
  ['attestation/template.yaml', 'high', true],
])('an open URL in %s is of severity %s', async (path, severity, isFailing) => {
  const { findings } = await reviewFiles(new Map(), new Map([[path, template]]));
  const [open] = findings.filter(({ policy }) => policy === 'function-url-open');
  expect(open?.severity).toBe(severity);
  expect(open && fails(open, 'standard')).toBe(isFailing);
});

test.each(['template.yaml', 'tests/template.yaml'])('a key that works fails the check in %s', async (path) => {
  const key = ['npm_', 'q3EgTvBz5MxNlKwP', 'd8Rh2JcYs9Wf', 'u4Ea7bGt'].join('');
  const leaking = `Resources:
  Hello:
    Type: AWS::Lambda::Function
    Properties: { Environment: { Variables: { ACCESS: ${key} } } }
`;
  const { findings } = await reviewFiles(new Map(), new Map([[path, leaking]]));
  const leaks = findings.filter(({ policy }) => policy === 'plaintext-secret-in-env');
  expect(leaks.map((finding) => ['standard', 'advisory'].map((profile) => fails(finding, profile as Profile)))).toEqual(
    [[true, false]],
  );
});

test.each([
  ['a high problem of which Postern is sure', {}, true, true],
  ['a problem for strict teams only', { strictOnly: true }, false, true],
  ['a problem that costs money', { fails: 'never' }, false, false],
  ['a problem that is always one', { severity: 'medium', fails: 'always' }, true, true],
  ['a problem in a module that an example calls', { stack: 'examples/shop/main.tf' }, false, false],
] as const)('%s', (_, changed, standard, strict) => {
  const one = finding(changed);
  expect([fails(one, 'standard'), fails(one, 'strict')]).toEqual([standard, strict]);
});

test('what is not sure is medium at most, unless the settings say otherwise', async () => {
  const doubtful = `Parameters:
  Auth: { Type: String, Default: NONE }
Resources:
  Url:
    Type: AWS::Lambda::Url
    Properties: { TargetFunctionArn: hello, AuthType: !Ref Auth }
`;
  const severityBy = async (by: Judge) => {
    const { findings } = await reviewFiles(new Map(), new Map([['template.yaml', doubtful]]), by);
    return findings.find(({ policy }) => policy === 'function-url-open')?.severity;
  };
  expect(await severityBy(judge())).toBe('medium');
  expect(await severityBy(judge({ policies: { 'function-url-open': { severity: 'critical' } } }))).toBe('critical');
});
