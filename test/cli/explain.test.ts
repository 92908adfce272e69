import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { runIn } from '../support/command.js';

const folder = mkdtempSync(join(tmpdir(), 'postern-explain-'));
afterAll(() => rmSync(folder, { recursive: true }));

mkdirSync(join(folder, 'src'));
writeFileSync(
  join(folder, 'template.yaml'),
  `Transform: AWS::Serverless-2016-10-31
Resources:
  Report:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs24.x
      Events:
        Get:
          Type: HttpApi
          Properties: { Path: /, Method: post }
`,
);
writeFileSync(
  join(folder, 'src/app.mjs'),
  `import { execSync } from 'node:child_process';
import { S3Client, GetObjectCommand } from '@aws-sdk/client-s3';
const s3 = new S3Client({});
export const handler = async (event) => {
  await s3.send(new GetObjectCommand({ Bucket: 'reports', Key: 'today' }));
  return execSync(event.body);
};
`,
);

test('a handler is told with what comes in, where it goes, and what it calls', async () => {
  const { stdout, status } = await runIn(folder, ['explain', 'src/app.mjs']);
  expect(status).toBe(0);
  expect(stdout).toContain('Report in template.yaml (reached by: open)');
  expect(stdout).toContain('handler      src/app.mjs: handler');
  expect(stdout).toContain('comes in     body, Records.[].body, Records.[].cf.request.body\n');
  expect(stdout).toContain('command (high): event.body (line 6), execSync (line 6)');
  expect(stdout).toContain('s3:GetObject (src/app.mjs:5)');
  expect(stdout).toContain('`node:child_process` in src/app.mjs is not known');
});

test('of one line only what goes through it', async () => {
  expect((await runIn(folder, ['explain', 'src/app.mjs:6'])).stdout).toContain('command (high)');
  expect((await runIn(folder, ['explain', './src/app.mjs:5'])).stdout).toContain('flows        none here');
});

test('a file that is not there is one sentence', async () => {
  const { stderr, status } = await runIn(folder, ['explain', 'src/none.js']);
  expect(status).toBe(2);
  expect(stderr).toBe('postern: There is no src/none.js below .; give a path from there.\n');
});
