import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from '@jest/globals';

const folder = mkdtempSync(join(tmpdir(), 'postern-access-idle-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Says whenever a list is unpacked: of actions, of managed policies, of ARNs. */
const spy = `import zlib from 'node:zlib';
import { syncBuiltinESMExports } from 'node:module';
const own = zlib.brotliDecompressSync;
zlib.brotliDecompressSync = (...args) => {
  process.stderr.write('unpacked\\n');
  return own(...args);
};
syncBuiltinESMExports();
`;
const template = (runtime: string, action: string) => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders: { Type: AWS::DynamoDB::Table }
  Get:
    Type: AWS::Serverless::Function
    Properties:
      Handler: app.handler
      Runtime: ${runtime}
      CodeUri: src/
      Events: { All: { Type: Api, Properties: { Path: /orders, Method: get } } }
      Policies: [AmazonSQSReadOnlyAccess, { Statement: [{ Effect: Allow, Action: ${action}, Resource: !GetAtt Orders.Arn }] }]
`;

function git(...args: readonly string[]): void {
  const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...args], { cwd: folder, stdio: 'ignore' });
}

beforeAll(() => {
  writeFileSync(join(folder, 'spy.mjs'), spy);
  git('init', '-q', '-b', 'main');
  for (const text of [
    template('nodejs22.x', 'dynamodb:GetItem'),
    template('nodejs24.x', 'dynamodb:GetItem'),
    template('nodejs24.x', 'dynamodb:PutItem'),
  ]) {
    writeFileSync(join(folder, 'template.yaml'), text);
    git('add', 'template.yaml');
    git('commit', '-qm', 'one');
  }
});

/** What a change makes of access, in a process of its own. */
function access(base: string, head: string) {
  const preload = pathToFileURL(join(folder, 'spy.mjs')).href;
  const args = ['--import', preload, resolve('dist/cli/main.js'), 'access', '--base', base, '--head', head];
  const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: folder, encoding: 'utf8' });
  return { stdout, unpacked: stderr.split('\n').filter((line) => line === 'unpacked').length };
}

test('a change that touches no identity, exposure or limit says nothing of access, and no list of actions is looked at', () => {
  expect(access('HEAD~2', 'HEAD~1')).toEqual({ stdout: 'Nobody can do more or less than before.\n', unpacked: 0 });
});

test('the spy sees them where a change does touch one', () => {
  const { stdout, unpacked } = access('HEAD~1', 'HEAD');
  expect(stdout).toContain('Get can newly write items to Orders');
  expect(unpacked).toBeGreaterThan(0);
});
