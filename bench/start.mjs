// What a whole process costs, start included, against an empty Node process. Build first: npm run build && node bench/start.mjs
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const rounds = 15;
const main = fileURLToPath(new URL('../dist/cli/main.js', import.meta.url));
const template = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      CodeUri: src/
      Handler: app.handler
      Runtime: nodejs22.x
      Policies:
        - DynamoDBReadPolicy: { TableName: !Ref Table }
      Events:
        Get: { Type: Api, Properties: { Path: /orders, Method: get } }
  Table:
    Type: AWS::Serverless::SimpleTable
`;

const folder = mkdtempSync(path.join(tmpdir(), 'postern-bench-'));
writeFileSync(path.join(folder, 'template.yaml'), template);

const processes = {
  'an empty process': ['-e', '0'],
  'postern --version': [main, '--version'],
  'postern policies': [main, 'policies'],
  'postern scan, one template': [main, 'scan', folder],
};

function timeOf(args) {
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (status === null || status > 1) throw new Error(stderr);
  return performance.now() - started;
}

function median(times) {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}

// Round by round, so that a busy moment of the machine meets all of them.
const times = new Map(Object.keys(processes).map((name) => [name, []]));
for (let round = 0; round < rounds; round += 1) {
  for (const [name, args] of Object.entries(processes)) times.get(name).push(timeOf(args));
}
rmSync(folder, { recursive: true });
const empty = median(times.get('an empty process'));
for (const [name, each] of times) {
  console.log(`${name}: ${median(each).toFixed(0)} ms, ${(median(each) / empty).toFixed(1)} times an empty process`);
}
