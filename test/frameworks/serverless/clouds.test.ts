import { describe, expect, test } from '@jest/globals';
import { serverless } from '../../../src/frameworks/serverless/serverless.js';
import type { Setting } from '../../../src/model/setting.js';
import { known } from '../../../src/model/setting.js';
import { parsedStack } from '../../support/parsed.js';
import { filesOf } from '../cloudformation/reading.js';
import { edited, parse } from './reading.js';

function service(cloud: string, fn: string, provider = ''): string {
  return `service: orders\nprovider:\n  name: ${cloud}\n${provider}functions:\n  place:\n    handler: src/place.run\n${fn}`;
}

function written<T>(text: string, setting: Setting<T> | undefined, word: T): string | undefined {
  return edited(text, setting?.kind === 'known' ? setting.write(word) : undefined);
}

describe('runtimes', () => {
  test.each([
    ['azure', 'nodejs18', 'node|18'],
    ['azure', 'nodejs18.x', 'node|18'],
    ['azure', 'python3.9', 'python|3.9'],
    ['azure', 'dotnet3.1', undefined],
    ['google', 'nodejs18', 'nodejs18'],
    ['google', 'nodejs18.x', 'nodejs18'],
    ['google', 'python39', 'python39'],
    ['google', '${env:RUNTIME}', undefined],
  ])('%s: %s', (cloud, runtime, expected) => {
    const [fn] = parse(service(cloud, '', `  runtime: ${runtime}\n`)).model.functions;
    expect(fn?.provider).toBe(cloud);
    expect(fn && known(fn.runtime)).toBe(expected);
  });

  test('are written as they are named', () => {
    const text = service('azure', '', '  runtime: nodejs18\n');
    const [fn] = parse(text).model.functions;
    expect(written(text, fn?.runtime, 'node|24')).toContain('runtime: nodejs24\n');
  });
});

describe('who may call', () => {
  const azure = (lines: string) => service('azure', `    events:\n      - http: true\n${lines}`);
  test.each([
    ['anyone', azure('        authLevel: anonymous\n'), 'none'],
    ['anyone, in a map of its own', azure('        x-azure-settings:\n          authLevel: anonymous\n'), 'none'],
    ['those with a key', azure('        authLevel: function\n'), 'function-key'],
    ['those with a key when nothing is said', azure(''), 'function-key'],
    ['unknown', azure('        authLevel: ${env:LEVEL}\n'), undefined],
    [
      'anyone, as Google says it',
      service('google', '    allowUnauthenticated: true\n    events: [{ http: path }]\n'),
      'none',
    ],
    ['identities, as Google has it', service('google', '    events: [{ http: path }]\n'), 'iam'],
  ])('%s', (_, text, expected) => {
    const [route, ...others] = parse(text).model.routes;
    expect(others).toEqual([]);
    expect(route && known(route.auth)?.kind).toBe(expected);
  });

  test('is written', () => {
    const text = azure('        authLevel: anonymous\n');
    const [route] = parse(text).model.routes;
    expect(written(text, route?.auth, { kind: 'function-key' })).toContain('authLevel: function\n');
  });

  test('is not asked of answers and of other events', () => {
    const events = '    events:\n      - http: true\n        direction: out\n      - queue: orders\n';
    expect(parse(service('azure', events)).model.routes).toEqual([]);
    expect(parse(service('google', '    events:\n      - event: { resource: x }\n')).model.routes).toEqual([]);
  });

  test('a route is named by its method and path', () => {
    const text = azure('        methods: [post]\n        route: api/v3/send\n        authLevel: anonymous\n');
    expect(parse(text).model.routes).toMatchObject([{ method: 'POST', path: '/api/v3/send' }]);
  });
});

test('variables are those of the provider and of the function', () => {
  const text = service('azure', '    environment: { B: 2 }\n', '  environment: { A: 1 }\n');
  const [fn] = parse(text).model.functions;
  expect(fn?.environment.map(({ name, value }) => [name, known(value)])).toEqual([
    ['A', '1'],
    ['B', '2'],
  ]);
});

describe('what bounds a function on Google', () => {
  test.each([
    ['by default', '', '', [60, 256, undefined]],
    ['for all functions', '', '  timeout: 120s\n  memorySize: 512\n', [120, 512, undefined]],
    ['for one', '    timeout: 9s\n    maxInstances: 3\n', '  timeout: 120s\n', [9, 256, 3]],
  ])('%s', (_, fn, provider, expected) => {
    const [found] = parse(service('google', fn, provider)).model.functions;
    expect(found && [found.timeout, found.memory, found.concurrency].map((one) => known(one))).toEqual(expected);
  });

  test.each([
    ['', 'absent'],
    ['  serviceAccountEmail: orders@project.iam.gserviceaccount.com\n', 'unknown'],
  ])('its account%s', (provider, kind) => {
    expect(parse(service('google', '', provider)).model.functions[0]?.role.kind).toBe(kind);
  });
});

test.each(['openwhisk', 'kubeless', 'cloudflare'])('%s is not read', (cloud) => {
  expect(parsedStack(serverless, 'serverless.yml', filesOf({ 'serverless.yml': service(cloud, '') }))).toBeUndefined();
});
