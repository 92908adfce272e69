import { readCode } from './read-code.js';

/** What a tree is called, its files, and the files in which a command is started. */
export type BuildRow = readonly [what: string, files: Readonly<Record<string, string>>, found: readonly string[]];

export const evil = `const { exec } = require('child_process'); exports.handler = async (event) => { exec(event.headers.x); };`;
export const evilModule = `import { exec } from 'node:child_process'; export const handler = async (event) => { exec(event.headers.x); };`;
export const evilPython = `import os\ndef handler(event, context):\n    os.system(event["headers"]["x"])\n`;
export const calling = (module: string) =>
  `import { run } from '${module}'; export const handler = async (event) => { run(event.headers.x); };`;
export const called = `import { exec } from 'node:child_process'; export const run = (text) => { exec(text); };`;

export const sam = (properties: string, metadata = '', more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
${metadata}    Properties:
      Runtime: nodejs22.x
${properties}${more}`;
export const samPython = (properties: string, metadata = '', more = '') =>
  sam(properties, metadata, more).replace('nodejs22.x', 'python3.13');
export const serverless = (handler: string, more = '', runtime = 'nodejs22.x') =>
  `service: shop\nprovider:\n  name: aws\n  runtime: ${runtime}\n${more}functions:\n  orders:\n    handler: ${handler}\n    events:\n      - httpApi: '*'\n`;
export const cdk = (body: string, imports = '') => ({
  'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
  'bin/app.ts': `import * as cdk from 'aws-cdk-lib';
import * as path from 'path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
${imports}
export const app = new cdk.App();
export const stack = new cdk.Stack(app, 'Shop');
${body}
`,
});
export const terraform = (properties: string, more: string) => `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
${properties}}
${more}`;
export const node = '  runtime = "nodejs22.x"\n  handler = "index.handler"\n';
export const image = (dockerfile: string, files: Readonly<Record<string, string>>) => ({
  'template.yaml': `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Metadata:
      DockerContext: ./orders
      Dockerfile: Dockerfile
    Properties:
      PackageType: Image
`,
  'orders/Dockerfile': dockerfile,
  ...files,
});
export const lambdaPython = 'FROM public.ecr.aws/lambda/python:3.13\n';

/** The files of a tree in which text of an event starts a command. */
export async function startedIn(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const read = await readCode(files);
  const found = read.flatMap(({ functions }) =>
    functions.flatMap(({ flows }) => flows.flatMap(({ danger, sink }) => (danger === 'command' ? [sink.at.path] : []))),
  );
  return [...new Set(found)];
}
