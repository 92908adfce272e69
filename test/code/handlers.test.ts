import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const evil = `const { exec } = require('child_process'); exports.handler = async (event) => { exec(event.headers.x); };`;
const evilPython = `import os\ndef handler(event, context):\n    os.system(event["headers"]["x"])\n`;
const served = `const { exec } = require('child_process'); const express = require('express'); const app = express(); app.get('/', (req, res) => { exec(req.query.q); }); app.listen(8080);`;
const evilAzure = `const { exec } = require('child_process'); module.exports = async function (context, req) { exec(req.query.q); };`;

const sam = (properties: string, metadata = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
${metadata}    Properties:
${properties}`;

type Row = readonly [what: string, files: Readonly<Record<string, string>>, flows: readonly string[]];

const rows: readonly Row[] = [
  [
    'code in a template',
    {
      'template.yaml': sam(
        `      Runtime: nodejs22.x\n      Handler: index.handler\n      InlineCode: |\n        ${evil}\n`,
      ),
    },
    ['template.yaml 9 exec'],
  ],
  [
    'code of Python in a template',
    {
      'template.yaml': `Resources:
  Orders:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: python3.13
      Handler: index.handler
      Code:
        ZipFile: !Sub |
          ${evilPython.replaceAll('\n', '\n          ').trimEnd()}
`,
    },
    ['template.yaml 11 os.system'],
  ],
  [
    'lines that a template of JSON joins',
    {
      'template.json': `{
  "Resources": {
    "Orders": {
      "Type": "AWS::Lambda::Function",
      "Properties": {
        "Runtime": "nodejs22.x",
        "Handler": "index.handler",
        "Code": { "ZipFile": { "Fn::Join": ["\\n", [
          "const { exec } = require(\\"child_process\\");",
          "exports.handler = async (event) => {",
          "  exec('ls ' + event.headers.x);",
          "};"
        ]] } }
      }
    }
  }
}`,
    },
    ['template.json 11 exec'],
  ],
  [
    'code in a program of the CDK',
    {
      'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
      'bin/app.ts': `import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
new lambda.Function(stack, 'Orders', {
  runtime: lambda.Runtime.NODEJS_22_X,
  handler: 'index.handler',
  code: lambda.Code.fromInline(\`
${evil}
\`),
});
`,
    },
    ['bin/app.ts 9 exec'],
  ],
  [
    'an image that SAM builds',
    {
      'template.yaml': sam(
        '      PackageType: Image\n',
        '    Metadata:\n      DockerContext: ./orders\n      Dockerfile: Dockerfile\n',
      ),
      'orders/Dockerfile': `FROM public.ecr.aws/lambda/python:3.13\nCOPY main.py \${LAMBDA_TASK_ROOT}\nCMD [ "main.handler" ]\n`,
      'orders/main.py': evilPython,
    },
    ['orders/main.py 3 os.system'],
  ],
  [
    'an image whose command the template overrides',
    {
      'template.yaml': sam(
        `      PackageType: Image\n      ImageConfig:\n        Command: [app.handler]\n`,
        '    Metadata:\n      DockerContext: ./orders\n',
      ),
      'orders/Dockerfile': `FROM public.ecr.aws/lambda/nodejs:22\nCMD [ "other.handler" ]\n`,
      'orders/app.js': evil,
    },
    ['orders/app.js 1 exec'],
  ],
  [
    'an image that Terraform builds',
    {
      'main.tf': `resource "aws_ecr_repository" "orders" {
  name = "orders"
}
resource "docker_image" "orders" {
  name = "\${aws_ecr_repository.orders.repository_url}:1"
  build {
    context = "\${path.module}/orders"
  }
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  package_type  = "Image"
  image_uri     = "\${aws_ecr_repository.orders.repository_url}:1"
}
`,
      'orders/Dockerfile': `FROM public.ecr.aws/lambda/python:3.13\nCOPY main.py ./\nCMD [ "main.handler" ]\n`,
      'orders/main.py': evilPython,
    },
    ['orders/main.py 3 os.system'],
  ],
  [
    'an image of Terraform that is pushed by another resource, with a command',
    {
      'main.tf': `resource "docker_image" "orders" {
  name = "orders"
  build {
    context    = "orders"
    dockerfile = "app.Dockerfile"
  }
}
resource "docker_registry_image" "orders" {
  name = docker_image.orders.name
}
resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
  package_type  = "Image"
  image_uri     = docker_registry_image.orders.name
  image_config {
    command = ["main.handler"]
  }
}
`,
      'orders/app.Dockerfile': `FROM public.ecr.aws/lambda/python:3.13\nCMD [ "other.handler" ]\n`,
      'orders/main.py': evilPython,
    },
    ['orders/main.py 3 os.system'],
  ],
  [
    'an image of Serverless Framework',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: aws\n  ecr:\n    images:\n      shop:\n        path: ./\nfunctions:\n  orders:\n    image:\n      name: shop\n`,
      Dockerfile: `FROM public.ecr.aws/lambda/nodejs:22\nCOPY app.js ./\nCMD ["app.handler"]\n`,
      'app.js': evil,
    },
    ['app.js 1 exec'],
  ],
  [
    'an image of the CDK that serves by itself',
    {
      'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
      'bin/app.ts': `import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
new lambda.DockerImageFunction(stack, 'Orders', { code: lambda.DockerImageCode.fromImageAsset('web') });
`,
      'web/Dockerfile': `FROM node:22 AS build\nRUN npm ci\nFROM node:22\nCOPY . /app\nCMD ["node", "/app/server.js"]\n`,
      'web/server.js': served,
    },
    ['web/server.js 1 exec'],
  ],
  [
    'a function that its own file declares',
    {
      'svc/serverless.ts': `import hello from '@functions/hello';\nconst service = { service: 'shop', provider: { name: 'aws', runtime: 'nodejs22.x' }, functions: { hello } };\nmodule.exports = service;\n`,
      'svc/tsconfig.json': '{ "extends": "./tsconfig.paths.json" }',
      'svc/tsconfig.paths.json':
        '{ "compilerOptions": { "baseUrl": ".", "paths": { "@functions/*": ["src/functions/*"] } } }',
      'svc/src/functions/hello/index.ts':
        "import { handlerPath } from '@libs/paths';\nexport default { handler: `${handlerPath(__dirname)}/handler.handler` };\n",
      'svc/src/functions/hello/handler.ts': evil,
    },
    ['svc/src/functions/hello/handler.ts 1 exec'],
  ],
  [
    'a web function',
    {
      'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
      'bin/app.ts': `import * as cdk from 'aws-cdk-lib';
import * as lambda from 'aws-cdk-lib/aws-lambda';
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
new lambda.WebFunction(stack, 'Orders', { code: lambda.Code.fromAsset('web'), runtime: lambda.Runtime.NODEJS_24_X, defaultEndpointAuth: lambda.WebFunctionAuthType.APPLICATION_MANAGED });
`,
      'web/package.json': '{ "main": "server.js" }',
      'web/server.js': served,
    },
    ['web/server.js 1 exec'],
  ],
  [
    'an application behind the plugin for WSGI',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: aws\n  runtime: python3.13\nplugins: [serverless-wsgi]\ncustom:\n  wsgi:\n    app: api/app.app\nfunctions:\n  api:\n    handler: wsgi_handler.handler\n    events:\n      - httpApi: '*'\n`,
      'api/app.py': `import os\nfrom flask import Flask, request\napp = Flask(__name__)\n@app.route("/")\ndef index():\n    os.system(request.args["q"])\n    return ""\n`,
    },
    ['api/app.py 6 os.system'],
  ],
  [
    'a function of Azure by its folder',
    {
      'host.json': `{ "version": "2.0", "extensionBundle": { "id": "Microsoft.Azure.Functions.ExtensionBundle", "version": "[4.*, 5.0.0)" } }`,
      'orders/function.json': `{ "bindings": [{ "type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "anonymous" }, { "type": "http", "direction": "out", "name": "res" }] }`,
      'orders/index.js': evilAzure,
    },
    ['orders/index.js 1 exec'],
  ],
  [
    'a function of Azure by the plugin of Serverless Framework',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: azure\n  runtime: nodejs18\nplugins: [serverless-azure-functions]\nfunctions:\n  orders:\n    handler: src/orders.take\n    events:\n      - http: true\n        name: req\n        methods: [GET]\n`,
      'src/orders.js': evilAzure.replace('module.exports', 'module.exports.take'),
    },
    ['src/orders.js 1 exec'],
  ],
  [
    'a function of Google where the manifest says',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: google\n  runtime: nodejs20\nplugins: [serverless-google-cloudfunctions]\nfunctions:\n  orders:\n    handler: take\n    events:\n      - http: path\n`,
      'package.json': '{ "main": "./dist/server.js" }',
      'src/server.ts': `import { exec } from 'child_process'; export const take = (req, res) => { exec(req.query.q); };`,
    },
    ['src/server.ts 1 exec'],
  ],
  [
    'an authorizer',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: aws\n  runtime: nodejs22.x\nfunctions:\n  auth:\n    handler: auth.handler\n  orders:\n    handler: none.handler\n    events:\n      - http: { path: /, method: get, authorizer: auth }\n`,
      'auth.js': evil.replace('event.headers.x', 'event.authorizationToken'),
    },
    ['auth.js 1 exec'],
  ],
  [
    'a function at the edge',
    {
      'template.yaml': `Resources:
  Site:
    Type: AWS::CloudFront::Distribution
    Properties:
      DistributionConfig:
        DefaultCacheBehavior:
          LambdaFunctionAssociations:
            - EventType: viewer-request
              LambdaFunctionARN: !Ref EdgeVersion
  EdgeVersion:
    Type: AWS::Lambda::Version
    Properties:
      FunctionName: !Ref Edge
  Edge:
    Type: AWS::Lambda::Function
    Properties:
      Runtime: nodejs22.x
      Handler: edge.handler
      Code: ./src
`,
      'src/edge.js': evil.replace('event.headers.x', 'event.Records[0].cf.request.uri'),
    },
    ['src/edge.js 1 exec'],
  ],
  [
    'another language',
    { 'template.yaml': sam('      Runtime: ruby3.3\n      Handler: app.handler\n'), 'app.js': evil },
    [],
  ],
  ['code that is not at hand', { 'template.yaml': sam('      Runtime: nodejs22.x\n      Handler: app.handler\n') }, []],
];

test.each(rows)('%s', async (_, files, expected) => {
  const found = (await readCode(files)).flatMap(({ functions, lineOf }) =>
    functions.flatMap(({ flows }) => flows.map(({ sink }) => `${sink.at.path} ${lineOf(sink.at)} ${sink.text}`)),
  );
  expect([...new Set(found)]).toEqual(expected);
});
