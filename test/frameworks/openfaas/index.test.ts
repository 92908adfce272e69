import { describe, expect, test } from '@jest/globals';
import { openfaas } from '../../../src/frameworks/openfaas/openfaas.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

function read(text: string, others: Readonly<Record<string, string>> = {}) {
  return parsedStack(openfaas, 'fn/stack.yml', heldFiles(new Map([['fn/stack.yml', text], ...Object.entries(others)])));
}

function stack(fn: string): string {
  return `version: 1.0
provider:
  name: openfaas
functions:
  resize:
    lang: node22
    handler: ./resize
    image: registry.example.com/resize:1
${fn.replace(/^/gm, '    ')}
`;
}

function said(setting: Setting<unknown, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

test('the provider may stand in one line', () => {
  const text = stack('').replace(
    'provider:\n  name: openfaas\n',
    'provider: { "name": "openfaas", gateway: "http://a" }\n',
  );
  expect(read(text)?.model.functions.map(({ id }) => id)).toEqual(['resize']);
});

describe('a function', () => {
  test('is built from its handler’s folder', () => {
    const parsed = read(stack(''));
    expect(parsed?.codeRoots).toEqual(['fn/resize']);
    expect(parsed?.model.routes.map(({ path }) => path)).toEqual(['/function/resize']);
  });

  test.each([
    ['limits.memory', 'limits: { memory: 128Mi }', 'memory', 128],
    ['the label of instances', 'labels: { com.openfaas.scale.max: "15" }', 'concurrency', 15],
    ['no such label', 'labels: {}', 'concurrency', 'absent'],
    ['exec_timeout', 'environment: { exec_timeout: 2m }', 'timeout', 120],
    ['OpenTelemetry', 'environment: { OTEL_EXPORTER_OTLP_ENDPOINT: "http://collector:4317" }', 'tracing', 'active'],
  ] as const)('has %s', (_, written, field, expected) => {
    expect(said(read(stack(written))?.model.functions[0]?.[field])).toBe(expected);
  });

  test.each([
    ['a literal', 'fast', 'fast'],
    ['a variable of the shell', '${MODE}', 'unknown'],
    ['its default', '${MODE:-slow}', 'slow'],
  ])('has a variable that is %s', (_, written, expected) => {
    const fn = read(stack(`environment: { mode: "${written}" }`))?.model.functions[0];
    expect(said(fn?.environment[0]?.value)).toBe(expected);
  });

  test.each([
    ['one that checks its callers itself', 'secrets: [payload-hmac]', 'unknown'],
    ['any other', 'secrets: [database]', 'known'],
  ])('asks callers for nothing, except %s', (_, written, kind) => {
    expect(read(stack(written))?.model.routes[0]?.auth.kind).toBe(kind);
  });

  test('is started by topics', () => {
    const triggers = read(stack('annotations: { topic: "orders, cron-function" }'))?.model.triggers;
    expect(triggers?.map(({ trigger, sourceName }) => [trigger, sourceName])).toEqual([
      ['other', 'orders'],
      ['schedule', 'cron-function'],
    ]);
  });
});

describe('files of variables', () => {
  const named = stack('environment_file: [env.yml]');

  test('stand where they are written', () => {
    const parsed = read(named, { 'fn/env.yml': 'environment:\n  mode: fast\n' });
    expect(parsed?.model.functions[0]?.environment[0]?.nameAt.path).toBe('fn/env.yml');
    expect(parsed?.files).toContain('fn/env.yml');
  });

  test.each([
    ['that are missing', named],
    ['that climb out of the repository', stack('environment_file: [../../../etc/env.yml]')],
  ])('%s open the variables and are told', (_, text) => {
    const parsed = read(text);
    expect(parsed?.model.functions[0]?.environmentOpen).toBe(true);
    expect(parsed?.notices.map(({ line }) => line)).toEqual([9]);
  });
});

describe('what is no stack file, or a broken one', () => {
  test.each([
    ['another provider', 'provider:\n  name: aws\nfunctions: {}\n'],
    ['no functions', 'provider:\n  name: openfaas\n'],
  ])('%s', (_, text) => expect(read(text)).toBeUndefined());

  test('half a file is told and leaves everything open', () => {
    const parsed = read(`${stack('')}  other: [`);
    expect(parsed?.notices).not.toEqual([]);
    expect(parsed?.model.open).toBe(true);
  });
});
