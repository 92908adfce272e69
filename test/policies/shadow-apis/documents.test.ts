import { beforeAll, describe, expect, test } from '@jest/globals';
import { prepareFrameworks } from '../../../src/stacks/read.js';
import { judge, reviewFiles, scanFiles } from '../../support/judging.js';

beforeAll(prepareFrameworks);

const events = ['get /orders', 'post /orders', 'get /orders/{id}', 'delete /orders/{id}'];

const template = `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs24.x
      Handler: a.b
      CodeUri: src
      Events:
${events.map((event, index) => `        E${index}: { Type: Api, Properties: { Method: ${event.split(' ')[0]}, Path: '${event.split(' ')[1]}' } }`).join('\n')}
`;

/** A document that describes the first so many events. */
function documentOf(version: string, count: number, more = ''): string {
  const paths = ['/orders', '/orders/{id}'].map((path) => {
    const own = events.slice(0, count).flatMap((event) => (event.endsWith(` ${path}`) ? [event.split(' ')[0]] : []));
    return `  ${path}:\n${own.map((method) => `    ${method}: { responses: {} }\n`).join('')}`;
  });
  return `${version}\npaths:\n${paths.join('')}${more}`;
}

const versions = ["openapi: '3.1.0'", "openapi: '3.0.3'", "swagger: '2.0'"];

async function scanned(document: string) {
  const files = new Map([
    ['template.yaml', template],
    ['openapi.yaml', document],
  ]);
  const started = Date.now();
  const { findings, notices } = await scanFiles(files, judge({ completeness: 'repository' }));
  return {
    told: findings.filter(({ policy }) => policy === 'undocumented-route').map(({ message }) => message),
    unread: notices.filter(({ kind, path }) => kind === 'unread' && path === 'openapi.yaml').length,
    seconds: (Date.now() - started) / 1000,
  };
}

async function changed(before: string, after: string) {
  const files = (document: string) =>
    new Map([
      ['template.yaml', template],
      ['openapi.yaml', document],
    ]);
  const { findings } = await reviewFiles(files(before), files(after));
  return findings
    .filter(({ policy, status }) => policy === 'removed-from-doc-still-deployed' && status === 'introduced')
    .map(({ message }) => message);
}

describe.each(versions)('%s', (version) => {
  test('a route that it does not describe is told', async () => {
    expect((await scanned(documentOf(version, 3))).told).toEqual([
      expect.stringContaining('DELETE /orders/{id} of ServerlessRestApi is not in openapi.yaml'),
    ]);
  });

  test('cycles of references end', async () => {
    const cycles = `  /a: { $ref: '#/paths/~1b' }\n  /b: { $ref: '#/paths/~1a' }\n`;
    const { told, seconds } = await scanned(documentOf(version, 4, cycles));
    expect(told).toEqual([]);
    expect(seconds).toBeLessThan(5);
  });

  test('an operation that a change takes out is told, whatever the version that it was described in', async () => {
    expect(await changed(documentOf(versions[0] ?? '', 4), documentOf(version, 3))).toEqual([
      expect.stringContaining('DELETE /orders/{id} is no longer in openapi.yaml'),
    ]);
    expect(await changed(documentOf(versions[0] ?? '', 4), documentOf(version, 4))).toEqual([]);
  });
});

describe('a document of 5 MB', () => {
  const large = documentOf(versions[0] ?? '', 3, `  # ${'x'.repeat(5_000_000)}\n`);

  test('is told to be unread, and nothing is said of what may be in it', async () => {
    const { told, unread, seconds } = await scanned(large);
    expect(unread).toBeGreaterThan(0);
    expect(told).toEqual([]);
    expect(seconds).toBeLessThan(5);
  });

  test('lost nothing that is known', async () => {
    expect(await changed(documentOf(versions[0] ?? '', 4), large)).toEqual([]);
  });
});
