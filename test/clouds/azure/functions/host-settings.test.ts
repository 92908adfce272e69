import { expect, test } from '@jest/globals';
import { hostLogging, hostSampling } from '../../../../src/clouds/azure/functions/host-settings.js';
import type { EnvironmentVariable } from '../../../../src/model/function.js';
import { fixed, known, type Setting, unknown } from '../../../../src/model/setting.js';

const at = { path: 'main.bicep', start: 0, end: 0 };
const logging = 'AzureFunctionsJobHost__logging__';
const sampling = `${logging}applicationInsights__samplingSettings__`;

function variable(name: string, value: Setting<string> | string): EnvironmentVariable {
  return { name, nameAt: at, value: typeof value === 'string' ? fixed(value, at) : value };
}

test.each<[string, readonly EnvironmentVariable[], boolean | undefined]>([
  ['nothing is said', [], undefined],
  ['the default is none', [variable(`${logging}logLevel__default`, 'None')], false],
  ['keys are written without regard to case', [variable(`${logging}LogLevel__Default`, 'none')], false],
  ['the default is a level', [variable(`${logging}logLevel__default`, 'Warning')], true],
  [
    'functions have a level of their own',
    [variable(`${logging}logLevel__default`, 'None'), variable(`${logging}logLevel__Function`, 'Information')],
    true,
  ],
  [
    'one function has a level of its own',
    [variable(`${logging}logLevel__default`, 'None'), variable(`${logging}logLevel__Function.Orders`, 'Information')],
    undefined,
  ],
  ['only the deployment knows', [variable(`${logging}logLevel__default`, unknown(at, 'parameter'))], undefined],
])('logs are written: %s', (_, environment, expected) => {
  const setting = hostLogging(environment);
  expect(setting && known(setting)).toBe(expected);
});

test.each<[string, readonly EnvironmentVariable[], number | undefined]>([
  ['nothing is said', [], undefined],
  ['a number of records', [variable(`${sampling}maxTelemetryItemsPerSecond`, '0.5')], 0.5],
  ['no number', [variable(`${sampling}maxTelemetryItemsPerSecond`, 'few')], undefined],
  [
    'sampling is switched off',
    [variable(`${sampling}isEnabled`, 'False'), variable(`${sampling}maxTelemetryItemsPerSecond`, '0.5')],
    undefined,
  ],
])('records a second: %s', (_, environment, expected) => {
  const setting = hostSampling(environment);
  expect(setting && known(setting)).toBe(expected);
});
