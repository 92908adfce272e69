import { execFile } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Sandbox } from '../../sandbox/sandbox.js';
import { openReceive } from '../../src/serving/lambda/receive.js';
import { startTestSandbox } from '../support/sandbox.js';
import { openTemplate, soundFiles } from '../support/scenario.js';
import { freshServed } from '../support/served.js';

interface Call {
  readonly target: string;
  readonly authorization: string;
  readonly body: Readonly<Record<string, string>>;
}

/** Secrets Manager and SQS, as far as Postern calls them. */
let aws: Server;
let calls: Call[] = [];
let secrets: Readonly<Record<string, unknown>> = {};
let isQueueThere = true;

beforeAll(async () => {
  aws = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk) => {
      text += String(chunk);
    });
    request.on('end', () => {
      const { 'x-amz-target': target, authorization = '' } = request.headers;
      const body = JSON.parse(text);
      calls.push({ target: String(target), authorization, body });
      const isSecret = target === 'secretsmanager.GetSecretValue';
      const answer = isSecret ? { SecretString: JSON.stringify(secrets[body.SecretId]) } : { MessageId: '1' };
      const isKnown = isSecret ? secrets[body.SecretId] !== undefined : isQueueThere;
      response.writeHead(isKnown ? 200 : 400);
      response.end(JSON.stringify(isKnown ? answer : { __type: 'com.amazonaws#NotThere', message: 'arn:secret' }));
    });
  });
  await new Promise<void>((resolve) => aws.listen(0, '127.0.0.1', resolve));
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => new Promise((resolve) => aws.close(resolve)));
beforeEach(() => {
  calls = [];
  isQueueThere = true;
  secrets = { hook: { WEBHOOK_SECRET: 's3cret' } };
});

const variables = (changed: Readonly<Record<string, string>> = {}) => ({
  AWS_REGION: 'eu-central-1',
  AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'key',
  AWS_SESSION_TOKEN: 'token',
  AWS_ENDPOINT_URL: `http://127.0.0.1:${(aws.address() as AddressInfo).port}/`,
  SECRET_ID: 'hook',
  QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/1/q',
  ...changed,
});

/** What a function URL hands over. */
function urlEvent(name: string, payload: unknown, changed: Readonly<Record<string, unknown>> = {}, secret = 's3cret') {
  const body = JSON.stringify(payload);
  const headers = {
    'content-type': 'application/json',
    'x-github-event': name,
    'x-github-delivery': 'd1',
    'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`,
  };
  return {
    version: '2.0',
    headers,
    body,
    isBase64Encoded: false,
    requestContext: { http: { method: 'POST' } },
    ...changed,
  };
}

const pullPayload = {
  action: 'opened',
  installation: { id: 7 },
  repository: { name: 'app', html_url: 'https://github.com/acme/app', owner: { login: 'acme' } },
  pull_request: {
    number: 3,
    head: { sha: 'a'.repeat(40), repo: { id: 1 } },
    base: { sha: 'b'.repeat(40), ref: 'main', repo: { id: 1 } },
  },
};
const sent = () => calls.filter(({ target }) => target === 'AmazonSQS.SendMessage');

describe('the function behind the URL', () => {
  test('hands what a signed webhook asks for to the queue, signed with its role', async () => {
    const receive = await openReceive(variables());
    expect(await receive(urlEvent('pull_request', pullPayload))).toMatchObject({ statusCode: 202, body: 'accepted\n' });
    const [message] = sent();
    expect(message?.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/\d{8}\/eu-central-1\/sqs\/aws4_request, /,
    );
    expect(message?.body.QueueUrl).toBe('https://sqs.eu-central-1.amazonaws.com/1/q');
    expect(JSON.parse(message?.body.MessageBody ?? '')).toMatchObject({
      delivery: 'd1',
      jobs: [{ kind: 'pull', number: 3, head: 'a'.repeat(40), installation: 7 }],
    });
  });

  test('hands over that a delivery came of which nothing follows, or it would be asked for again', async () => {
    const receive = await openReceive(variables());
    const event = urlEvent('ping', { zen: 'é' });
    const encoded = { body: Buffer.from(event.body).toString('base64'), isBase64Encoded: true };
    expect(await receive({ ...event, ...encoded })).toMatchObject({ statusCode: 202 });
    expect(sent().map(({ body }) => JSON.parse(body.MessageBody ?? ''))).toEqual([{ delivery: 'd1', jobs: [] }]);
  });

  test.each([
    ['another secret', urlEvent('ping', {}, {}, 'other'), 401],
    ['no signature', urlEvent('ping', {}, { headers: {} }), 401],
    ['no body', urlEvent('ping', {}, { body: undefined }), 401],
    ['no JSON', { ...urlEvent('ping', {}), body: '{' }, 401],
    ['a visit', urlEvent('ping', {}, { requestContext: { http: { method: 'GET' } } }), 404],
  ])('hands over nothing of %s', async (_, event, statusCode) => {
    const receive = await openReceive(variables());
    expect(await receive(event)).toMatchObject({ statusCode });
    expect(sent()).toEqual([]);
  });

  test('answers 503 when the queue takes nothing, so that GitHub shows it', async () => {
    const receive = await openReceive(variables());
    isQueueThere = false;
    expect(await receive(urlEvent('ping', {}))).toMatchObject({ statusCode: 503 });
  });

  test.each([
    ['is not there', {}, 'secretsmanager.GetSecretValue answers with status 400: com.amazonaws#NotThere'],
    ['is no list of variables', { hook: 'text' }, 'The secret hook is not a JSON object of variables'],
    ['lacks the secret', { hook: {} }, 'WEBHOOK_SECRET in the secret of SECRET_ID'],
  ])('does not start when its secret %s', async (_, given, message) => {
    secrets = given;
    await expect(openReceive(variables())).rejects.toThrow(message);
  });
});

describe('the function behind the queue', () => {
  const onServer = process.env.TEST_DATABASE_URL === undefined ? test.skip : test;
  /** Calls the built handler in a process of its own, as Lambda does, with a minute left. */
  async function work(event: unknown): Promise<unknown> {
    const program = `import { work } from './dist/lambda.js';
      const context = { getRemainingTimeInMillis: () => 60_000 - performance.now() };
      process.stdout.write('\\n' + JSON.stringify(await work(${JSON.stringify(event)}, context)));
      process.exit();`;
    const env = { ...process.env, ...variables({ SECRET_ID: 'app', DATA_DIR: 'none', WORKERS: '1' }) };
    const args = ['--input-type=module', '-e', program];
    const { stdout } = await promisify(execFile)(process.execPath, args, { env });
    return JSON.parse(stdout.split('\n').at(-1) ?? '');
  }
  let sandbox: Sandbox;
  let database: Awaited<ReturnType<typeof freshServed>> | undefined;
  afterEach(async () => {
    await sandbox.stop();
    await database?.drop();
  });

  onServer('reviews what came through the queue and leaves nothing open; what cannot be read stays there', async () => {
    sandbox = await startTestSandbox();
    database = await freshServed();
    const { environment } = sandbox;
    secrets = {
      hook: { WEBHOOK_SECRET: environment.WEBHOOK_SECRET },
      app: { ...environment, DATABASE_URL: database.url, ADVISORIES: 'off', LOG_LEVEL: 'fatal' },
    };
    const receive = await openReceive(variables());
    const repository = await sandbox.createRepository({ files: soundFiles });
    const pull = await sandbox.openPullRequest(repository, { files: { 'template.yaml': openTemplate } });
    const opened = sandbox.deliveries().find(({ event, action }) => event === 'pull_request' && action === 'opened');
    await receive(urlEvent('pull_request', opened?.payload, {}, environment.WEBHOOK_SECRET));
    const Records = [...sent(), { body: { MessageBody: 'odd' } }].map(({ body }, number) => ({
      messageId: `m${number}`,
      body: body.MessageBody,
    }));
    expect(await work({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: 'm1' }] });
    expect(sandbox.checkRuns(pull)).toMatchObject([{ status: 'completed', conclusion: 'failure' }]);
    expect(sandbox.comments(pull)).toHaveLength(1);
    // The same message again, and a call of the schedule: nothing is said twice.
    const mark = sandbox.mark();
    await work({ Records: Records.slice(0, 1) });
    await work({});
    expect(sandbox.writes(mark)).toEqual([]);
    expect(sandbox.violations().filter(({ kind }) => kind !== 'webhook-unanswered')).toEqual([]);
  });
});
