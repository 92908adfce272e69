import { describe, expect, test } from '@jest/globals';
import { deriveFacts } from '../../../src/facts/stack.js';
import type { Setting } from '../../../src/model/setting.js';
import type { StackParameter } from '../../../src/model/store.js';
import policy from '../../../src/policies/data-exposure/plaintext-secret-in-env/policy.js';
import { fn, model, oneOf, span, unresolved, unset, value } from '../../support/model.js';

const secret = 'k7Qm-92xLw!pZ4';
const token = `ghp_${'aZ3kQ9xW7mB2vN8cL5pR4tY6aZ3kQ9xW7mB2'}`;

function variable(name: string, setting: Setting<string> = value(secret)) {
  return fn({ environment: [{ name, nameAt: span(), value: setting }] });
}

function parameter(fields: Partial<StackParameter>): StackParameter {
  const named = { id: 'DatabasePassword', type: 'Parameter', at: span(), whole: span(), kind: 'parameter' as const };
  return { ...named, default: unset(), concealed: unset(), feeds: ['DATABASE_PASSWORD'], ...fields };
}

function check(fields: Parameters<typeof model>[0]) {
  return [...policy.check(deriveFacts(model(fields)))];
}

describe('variables', () => {
  test.each([
    ['a secret under its name', variable('DATABASE_PASSWORD'), 'high'],
    ['a live credential under any name', variable('SETTINGS', value(token)), 'critical'],
    [
      'an AWS secret access key',
      variable('AWS_SECRET_ACCESS_KEY', value('wJalrXUtnFEMI7K7MDENGbPxRfiCYzq1w2e3r4t5')),
      'critical',
    ],
  ])('%s', (_, one, severity) => expect(check({ functions: [one] })).toMatchObject([{ severity }]));

  test('neither message nor advice repeats any part of the value', () => {
    const said = check({ functions: [variable('DATABASE_PASSWORD'), { ...variable('X', value(token)), id: 'Other' }] })
      .map(({ message, advice }) => `${message} ${advice}`)
      .join(' ');
    expect(said).not.toContain(secret.slice(0, 4));
    expect(said).not.toContain(token.slice(0, 6));
  });

  test.each([
    ['an unknown value', variable('DATABASE_PASSWORD', unresolved())],
    ['another name', variable('LOG_LEVEL')],
    ['an ARN', variable('PAYMENT_SECRET', value('arn:aws:secretsmanager:eu-west-1:1:secret:payment'))],
  ])('%s is silent', (_, one) => expect(check({ functions: [one] })).toEqual([]));

  test('a value in one branch is less sure', () => {
    const [problem] = check({ functions: [variable('DATABASE_PASSWORD', oneOf(value(secret), value('changeme')))] });
    expect(problem).toMatchObject({ confidence: 'medium' });
    expect(problem?.message).toContain('in branch Is0');
  });

  test('a secret that the deployment resolves into plain text is a smaller matter', () => {
    const environment = [{ name: 'DATABASE_PASSWORD', nameAt: span(), value: unresolved(span(6)), revealed: true }];
    expect(check({ functions: [fn({ environment })] })).toMatchObject([{ severity: 'low', at: span(6) }]);
  });

  test('outside production it matters less', () => {
    const found = check({ functions: [variable('DATABASE_PASSWORD')], environment: 'other' });
    expect(found).toMatchObject([{ severity: 'medium' }]);
  });
});

describe('parameters', () => {
  test('a secret default is reported once, at the parameter', () => {
    const inherited = { ...value(secret), confidence: 'medium' as const };
    const found = check({
      functions: [variable('DATABASE_PASSWORD', inherited)],
      parameters: [parameter({ default: value(secret), concealed: value(true) })],
    });
    expect(found).toMatchObject([{ about: { id: 'DatabasePassword' }, severity: 'high' }]);
  });

  test('a parameter that shows its secret is concealed by the fix', () => {
    const found = check({ parameters: [parameter({})] });
    expect(found).toMatchObject([{ severity: 'medium', fix: { class: 'exact', edits: [{ text: 'true' }] } }]);
  });

  test.each([
    ['concealed', parameter({ concealed: value(true) })],
    ['with a default that is no secret and concealed', parameter({ concealed: value(true), default: value('') })],
    ['that feeds no secret', parameter({ feeds: ['DATABASE_HOST'] })],
    ['with an unknown answer', parameter({ concealed: unresolved() })],
    ['whose default is its own name', parameter({ default: value('DatabasePassword') })],
  ])('a parameter %s is silent', (_, one) => expect(check({ parameters: [one] })).toEqual([]));
});

describe('other texts', () => {
  const text = { owner: 'Database', name: 'Credentials.MasterUserPassword', value: value(secret) };

  test('a password of a database', () => {
    expect(check({ texts: [text] })).toMatchObject([{ about: { id: 'Database' }, severity: 'high' }]);
  });

  test('the name of a parameter is none', () => {
    const texts = [{ ...text, value: value('ParentPassword') }];
    const parameters = [parameter({ id: 'ParentPassword', feeds: [], concealed: value(true) })];
    expect(check({ texts, parameters })).toEqual([]);
  });
});
