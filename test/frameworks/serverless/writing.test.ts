import { describe, expect, test } from '@jest/globals';
import type { Model } from '../../../src/model/model.js';
import type { Edit } from '../../../src/model/span.js';
import { edited, header, parse } from './reading.js';

type Edits = readonly Edit[] | undefined;

const fn = 'functions:\n  a:\n    handler: x.y\n';

function writing<W>(
  setting: { readonly kind: string; readonly write?: (word: W) => Edits } | undefined,
  word: W,
): Edits {
  return setting?.write?.(word);
}

describe('what fixes write', () => {
  test.each<[string, string, (model: Model) => Edits, string]>([
    [
      'tracing of functions',
      fn,
      ({ functions }) => writing(functions[0]?.tracing, 'active'),
      '  tracing:\n    lambda: true\nfunctions',
    ],
    ['retention', fn, ({ logGroups }) => writing(logGroups[0]?.retention, 90), '  logRetentionInDays: 90\nfunctions'],
    [
      'a limit',
      fn,
      ({ functions }) => writing(functions[0]?.concurrency, 20),
      'handler: x.y\n    reservedConcurrency: 20\n',
    ],
    [
      'a signed URL',
      `${fn}    url: true\n`,
      ({ urls }) => writing(urls[0]?.auth, 'iam'),
      'url:\n      authorizer: aws_iam\n',
    ],
    [
      'a signed route in one line',
      `${fn}    events:\n      - httpApi: 'GET /a'\n`,
      ({ routes }) => writing(routes[0]?.auth, { kind: 'iam' as const }),
      'httpApi:\n          path: /a\n          method: get\n          authorizer:\n            type: aws_iam\n',
    ],
    [
      'an authorizer of the HTTP API',
      `${fn}    events:\n      - httpApi:\n          method: GET\n          path: /a\n`.replace(
        'functions',
        '  httpApi:\n    authorizers:\n      users:\n        issuerUrl: https://i\nfunctions',
      ),
      ({ routes }) => writing(routes[0]?.auth, { kind: 'jwt' as const, authorizer: 'users' }),
      'path: /a\n          authorizer:\n            name: users\n',
    ],
    [
      'a limit of the HTTP API',
      `${fn}    events:\n      - httpApi: '*'\n`,
      ({ apis }) => writing(apis[0]?.throttle, { rate: 10, burst: 20 }),
      'resources:\n  extensions:\n    HttpApiStage:\n      Properties:\n        DefaultRouteSettings:\n          ThrottlingRateLimit: 10\n          ThrottlingBurstLimit: 20\n',
    ],
    [
      'access logs',
      `${fn}    events:\n      - http: GET a\n`,
      ({ apis }) => writing(apis[0]?.accessLog, 'new' as const),
      '  logs:\n    restApi:\n      accessLogging: true\n      executionLogging: true\n      level: ERROR\n      fullExecutionData: false\n',
    ],
    [
      'the address that the platform gives an API',
      `${fn}    events:\n      - httpApi: GET /a\n`,
      ({ apis }) => writing(apis[0]?.defaultEndpoint, false),
      '  httpApi:\n    disableDefaultEndpoint: true\n',
    ],
    [
      'a queue for failures',
      fn,
      ({ functions }) => writing(functions[0]?.onFailure, 'new' as const),
      'destinations:\n      onFailure:\n        type: sqs\n        arn: !GetAtt AFailures.Arn\nresources:\n  Resources:\n    AFailures:\n      Type: AWS::SQS::Queue\n',
    ],
  ])('%s', (_, more, write, expected) => {
    const text = header + more;
    expect(edited(text, write(parse(text).model))).toContain(expected);
  });

  test('what is said elsewhere is not written', () => {
    const text = `${header}  logRetentionInDays: \${self:custom.days}\n${fn}custom:\n  days: 1\n`;
    const [group] = parse(text).model.logGroups;
    expect(writing(group?.retention, 90)).toBeUndefined();
  });
});

describe('what the provider decides', () => {
  test('stands on its line, once', () => {
    const text = `${header}  logRetentionInDays: 1\nfunctions:\n  a:\n    handler: x\n  b:\n    handler: x\n`;
    const { logGroups } = parse(text).model;
    expect(
      logGroups.map(({ functions, retention }) => [functions, text.slice(retention.at.start, retention.at.end)]),
    ).toEqual([[['a', 'b'], '1']]);
  });
});
