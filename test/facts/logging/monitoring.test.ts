import { describe, expect, test } from '@jest/globals';
import { monitorOf, monitorOfStack } from '../../../src/facts/logging/monitoring.js';
import { roundRetention } from '../../../src/facts/logging/retention.js';
import type { Setting } from '../../../src/model/setting.js';
import { fn, model, span, unresolved, unset, value } from '../../support/model.js';

const variable = (name: string, text = 'x') => ({ name, nameAt: span(), value: value(text) });
const layer = (arn: string) => ({ layers: value<readonly Setting<string>[]>([value(arn)]) });

describe('a monitor is recognised', () => {
  test.each([
    ['by a variable with its prefix', fn({ environment: [variable('DD_API_KEY_SECRET_ARN')] }), 'Datadog'],
    ['by a variable of its own', fn({ environment: [variable('SENTRY_DSN')] }), 'Sentry'],
    ['by its layer', fn(layer('arn:aws:lambda:eu-west-1:1:layer:aws-otel-nodejs:1')), 'OpenTelemetry'],
    ['by the handler that wraps', fn({ handler: value('newrelic-lambda-wrapper.handler') }), 'New Relic'],
    [
      'by its wrapper',
      fn({ environment: [variable('AWS_LAMBDA_EXEC_WRAPPER', '/opt/otel-handler')] }),
      'OpenTelemetry',
    ],
  ])('%s', (_, watched, name) => expect(monitorOf(watched, model())).toBe(name));

  test('by the stack, for the functions it covers', () => {
    const stack = model({ monitors: [{ name: 'Lumigo', functions: ['Orders'] }] });
    expect(monitorOf(fn(), stack)).toBe('Lumigo');
    expect(monitorOf(fn({ id: 'Other' }), stack)).toBeUndefined();
    expect(monitorOfStack(stack)).toBeUndefined();
  });

  test('by the settings', () => expect(monitorOf(fn(), model(), 'datadog')).toBe('datadog'));
});

describe('no monitor is recognised', () => {
  test.each([
    ['without any sign', fn()],
    ['by a wrapper of something else', fn({ environment: [variable('AWS_LAMBDA_EXEC_WRAPPER', '/opt/bootstrap')] })],
    ['by a layer that is not known', fn({ layers: unresolved() })],
    ['by a name that only begins alike', fn({ environment: [variable('SENTRY_DSNX')] })],
    ['without layers', fn({ layers: unset() })],
  ])('%s', (_, watched) => expect(monitorOf(watched, model())).toBeUndefined());

  test('in Dashbird, which reads the evidence of the platform', () => {
    expect(monitorOf(fn(), model(), 'dashbird')).toBeUndefined();
    expect(monitorOf(fn(), model({ monitors: [{ name: 'Dashbird', functions: 'all' }] }))).toBeUndefined();
  });
});

test.each([
  [90, 90],
  [45, 60],
  [1, 1],
  [99_999, 3653],
])('retention of %d days becomes %d', (wish, allowed) => expect(roundRetention(wish)).toBe(allowed));
