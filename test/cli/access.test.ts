import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runIn } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'postern-access-'));
afterAll(() => rmSync(folder, { recursive: true }));

const template = (action: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Users: { Type: AWS::DynamoDB::Table, Properties: { TableName: users } }
  Failed: { Type: AWS::SNS::Topic }
  Get:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: nodejs24.x
      CodeUri: src/
      Policies:
        - Statement:
            - { Sid: Read, Effect: Allow, Action: ${action}, Resource: !GetAtt Orders.Arn }
            - { Sid: NoSecrets, Effect: Deny, Action: 'secretsmanager:*', Resource: '*' }
            - { Sid: Shop, Effect: Allow, Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:shop-*' }
            - { Sid: NoShop, Effect: Deny, Action: 'sns:Publish', Resource: 'arn:aws:sns:*:*:*-Failed-*' }
            - Sid: Tagged
              Effect: Allow
              Action: sqs:SendMessage
              Resource: '*'
              Condition: { StringEquals: { 'aws:ResourceTag/team': shop } }
`;

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: join(folder, 'repo'), stdio: 'ignore' });
}

const run = (...args: readonly string[]) => runIn(join(folder, 'repo'), ['access', ...args]);

beforeAll(() => {
  mkdirSync(join(folder, 'repo'));
  git('init', '-q', '-b', 'main');
  for (const action of ['dynamodb:GetItem', '[dynamodb:GetItem, dynamodb:DeleteItem]']) {
    writeFileSync(join(folder, 'repo', 'template.yaml'), template(action));
    git('add', '.');
    git('commit', '-qm', 'one');
  }
});

test('what a change newly allows, for people and as JSON', async () => {
  const pretty = await run('--base', 'HEAD~1');
  expect(pretty).toEqual({
    status: 0,
    stdout: 'template.yaml\n  Get can newly delete items from Orders (`dynamodb:DeleteItem`).\n',
    stderr: '',
  });
  const { stdout } = await run('--base', 'HEAD~1', '--format', 'json');
  const resource = 'arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/Orders';
  expect(JSON.parse(stdout)).toMatchObject({
    schemaVersion: 1,
    isChange: true,
    stacks: [
      {
        stack: 'template.yaml',
        access: [{ direction: 'newly', who: ['Get'], witness: { action: 'dynamodb:DeleteItem', resource } }],
        exposure: [],
      },
    ],
  });
  expect((await run('--base', 'HEAD')).stdout).toBe('Nobody can do more or less than before.\n');
});

test('what stands', async () => {
  const { stdout } = await run();
  expect(stdout).toContain('  Get can read items from Orders (`dynamodb:GetItem`).\n');
  expect(stdout).not.toContain('newly');
});

describe('whether one function can do one thing', () => {
  test.each<[string, readonly string[], number, string]>([
    [
      'a statement allows it',
      ['Get', 'dynamodb:DeleteItem', 'Orders'],
      0,
      'yes: Get dynamodb:DeleteItem arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/Orders: a statement allows it and none denies it\n  allow dynamodb:DeleteItem, dynamodb:GetItem on arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/Orders (Read, template.yaml:14)\n',
    ],
    [
      'no statement does',
      ['Get', 'dynamodb:DeleteItem', 'Users'],
      1,
      'no: Get dynamodb:DeleteItem arn:aws:dynamodb:${AWS::Region}:${AWS::AccountId}:table/users: no statement allows it\n',
    ],
    [
      'one denies it',
      ['Get', 'secretsmanager:GetSecretValue', '*'],
      1,
      'no: Get secretsmanager:GetSecretValue *: a statement denies it\n  deny secretsmanager:* on * (NoSecrets, template.yaml:15)\n',
    ],
    [
      'a condition decides',
      ['Get', 'sqs:SendMessage', 'arn:aws:sqs:eu-west-1:1:q'],
      2,
      'unknown: Get sqs:SendMessage arn:aws:sqs:eu-west-1:1:q: it depends on aws:ResourceTag/team\n  allow sqs:SendMessage on * (Tagged, template.yaml:18)\n',
    ],
    [
      'only the deployment knows what a topic is called that two statements may be about',
      ['Get', 'sns:Publish', 'Failed'],
      2,
      'unknown: Get sns:Publish arn:aws:sns:${AWS::Region}:${AWS::AccountId}:Failed: only the deployment knows whether a statement is about this resource\n  allow sns:Publish on arn:aws:sns:*:*:shop-* (Shop, template.yaml:16)\n  deny sns:Publish on arn:aws:sns:*:*:*-Failed-* (NoShop, template.yaml:17)\n',
    ],
  ])('%s', async (_, words, status, stdout) => {
    expect(await run('--can', ...words)).toEqual({ status, stdout, stderr: '' });
  });

  test.each([
    ['too few words', ['--can', 'Get', 's3:GetObject'], '--can takes three words: FUNCTION ACTION RESOURCE'],
    ['no action', ['--can', 'Get', 'delete', '*'], '--can asks about one action, such as s3:GetObject, not "delete".'],
    [
      'no such function',
      ['--can', 'Nobody', 's3:GetObject', '*'],
      'No stack here has a function or role called "Nobody".',
    ],
    [
      'a resource that is none',
      ['--can', 'Get', 's3:GetObject', 'orders'],
      '--can asks about an ARN, * or the id of a resource of a stack here, not "orders".',
    ],
    ['a format it has not', ['--format', 'markdown'], '--format of access is pretty or json.'],
  ])('%s is said, with code 2', async (_, args, sentence) => {
    const { status, stderr } = await run(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
  });
});
