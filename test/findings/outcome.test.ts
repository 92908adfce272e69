import { beforeAll, expect, test } from '@jest/globals';
import { fails, type Profile } from '../../src/findings/outcome.js';
import { prepareFrameworks } from '../../src/stacks/read.js';
import { reviewFiles } from '../support/judging.js';

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
