import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../src/languages/python/parse.js';
import { readCode } from '../support/read-code.js';

beforeAll(preparePython);

const evil = `const { exec } = require('child_process'); exports.handler = async (event) => { exec(event.headers.x); };`;
const evilModule = `import { exec } from 'node:child_process'; export const handler = async (event) => { exec(event.headers.x); };`;
const evilPython = `import os\ndef handler(event, context):\n    os.system(event["headers"]["x"])\n`;
const calling = (module: string) =>
  `import { run } from '${module}'; export const handler = async (event) => { run(event.headers.x); };`;
const called = `import { exec } from 'node:child_process'; export const run = (text) => { exec(text); };`;

const sam = (properties: string, metadata = '', more = '') => `Transform: AWS::Serverless-2016-10-31
Resources:
  Orders:
    Type: AWS::Serverless::Function
${metadata}    Properties:
      Runtime: nodejs22.x
${properties}${more}`;
const samPython = (properties: string, metadata = '', more = '') =>
  sam(properties, metadata, more).replace('nodejs22.x', 'python3.13');
const serverless = (handler: string, more = '', runtime = 'nodejs22.x') =>
  `service: shop\nprovider:\n  name: aws\n  runtime: ${runtime}\n${more}functions:\n  orders:\n    handler: ${handler}\n    events:\n      - httpApi: '*'\n`;
const cdk = (body: string, imports = '') => ({
  'cdk.json': '{ "app": "npx ts-node bin/app.ts" }',
  'bin/app.ts': `import * as cdk from 'aws-cdk-lib';
import * as path from 'path';
import * as lambda from 'aws-cdk-lib/aws-lambda';
${imports}
const app = new cdk.App();
const stack = new cdk.Stack(app, 'Shop');
${body}
`,
});
const terraform = (properties: string, more: string) => `resource "aws_lambda_function" "orders" {
  function_name = "orders"
  role          = "arn:aws:iam::123456789012:role/orders"
${properties}}
${more}`;
const node = '  runtime = "nodejs22.x"\n  handler = "index.handler"\n';
const image = (dockerfile: string, files: Readonly<Record<string, string>>) => ({
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
const lambdaPython = 'FROM public.ecr.aws/lambda/python:3.13\n';

type Row = readonly [what: string, files: Readonly<Record<string, string>>, flows: readonly string[]];

const sams: readonly Row[] = [
  [
    'esbuild of SAM, one entry',
    {
      'template.yaml': sam(
        '      CodeUri: ./\n      Handler: orders.handler\n',
        '    Metadata:\n      BuildMethod: esbuild\n      BuildProperties:\n        Minify: true\n        Sourcemap: true\n        EntryPoints: [src/handlers/orders.ts]\n',
      ),
      'src/handlers/orders.ts': evilModule,
      'other/orders.ts': 'export const handler = async () => {};',
    },
    ['src/handlers/orders.ts'],
  ],
  [
    'esbuild of SAM, several entries',
    {
      'template.yaml': sam(
        '      CodeUri: src/\n      Handler: a/orders.handler\n',
        '    Metadata:\n      BuildMethod: esbuild\n      BuildProperties:\n        EntryPoints:\n          - fns/a/orders.ts\n          - fns/b/orders.ts\n',
      ),
      'src/fns/a/orders.ts': evilModule,
      'src/fns/b/orders.ts': 'export const handler = async () => {};',
    },
    ['src/fns/a/orders.ts'],
  ],
  [
    'esbuild of SAM, with endings of its own',
    {
      'template.yaml': sam(
        '      CodeUri: orders/\n      Handler: app.handler\n',
        '    Metadata:\n      BuildMethod: esbuild\n      BuildProperties:\n        Format: esm\n        OutExtension: [.js=.mjs]\n        EntryPoints: [app.ts]\n',
      ),
      'orders/app.ts': evilModule,
    },
    ['orders/app.ts'],
  ],
  [
    'a makefile of SAM that copies a folder',
    {
      'template.yaml': sam(
        '      CodeUri: ./\n      Handler: app.handler\n',
        '    Metadata:\n      BuildMethod: makefile\n',
      ),
      Makefile: 'build-Orders:\n\tnpm ci\n\tcp -r src/orders/* $(ARTIFACTS_DIR)\n',
      'src/orders/app.js': evil,
      'src/other/app.js': 'exports.handler = async () => {};',
    },
    ['src/orders/app.js'],
  ],
  [
    'a makefile of SAM that copies a file',
    {
      'template.yaml': samPython(
        '      CodeUri: orders\n      Handler: lambda_function.handler\n',
        '    Metadata:\n      BuildMethod: makefile\n',
      ),
      'orders/Makefile': 'build-Orders:\n\tcp code/main.py "$(ARTIFACTS_DIR)/lambda_function.py"\n',
      'orders/code/main.py': evilPython,
    },
    ['orders/code/main.py'],
  ],
  [
    'a folder for all functions',
    {
      'template.yaml': `Transform: AWS::Serverless-2016-10-31
Globals:
  Function:
    CodeUri: backend
Resources:
  Orders:
    Type: AWS::Serverless::Function
    Properties:
      Runtime: nodejs22.x
      Handler: functions/orders/index.handler
`,
      'backend/functions/orders/index.js': evil,
    },
    ['backend/functions/orders/index.js'],
  ],
  [
    'dots for folders of Python',
    {
      'template.yaml': samPython('      CodeUri: src\n      Handler: shop.orders.app.handler\n'),
      'src/shop/orders/app.py': evilPython,
    },
    ['src/shop/orders/app.py'],
  ],
  [
    'a template in a folder of its own',
    {
      'infra/template.yaml': sam('      CodeUri: ../services/orders\n      Handler: index.handler\n'),
      'services/orders/index.js': evil,
    },
    ['services/orders/index.js'],
  ],
  ...['mjs', 'cjs', 'mts', 'cts', 'tsx', 'jsx'].map((ending): Row => [
    `a handler that ends in .${ending}`,
    {
      'template.yaml': sam('      CodeUri: src\n      Handler: app.handler\n'),
      [`src/app.${ending}`]: ending.startsWith('c') ? evil : evilModule,
    },
    [`src/app.${ending}`],
  ]),
];

const compiled: readonly Row[] = [
  [
    'what TypeScript writes elsewhere',
    {
      'template.yaml': sam('      CodeUri: .\n      Handler: dist/orders.handler\n'),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      'src/orders.ts': evilModule,
    },
    ['src/orders.ts'],
  ],
  [
    'what TypeScript writes elsewhere with its folders',
    {
      'template.yaml': sam('      CodeUri: build\n      Handler: src/orders/app.handler\n'),
      'tsconfig.json': '{ "compilerOptions": { /* with folders */ "outDir": "./build", "rootDir": "." } }',
      'src/orders/app.ts': evilModule,
    },
    ['src/orders/app.ts'],
  ],
  [
    'a folder of what is built, of one of several functions',
    {
      'template.yaml': sam('      CodeUri: dist/orders\n      Handler: index.handler\n'),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      'src/orders/index.ts': evilModule,
      'src/other/index.ts': 'export const handler = async () => {};',
    },
    ['src/orders/index.ts'],
  ],
  [
    'the manifest of a function in a folder of its own',
    {
      'template.yaml': sam('      CodeUri: orders/dist\n      Handler: app.handler\n'),
      'orders/tsconfig.json': '{ "compilerOptions": { "outDir": "dist" }, "include": ["lib"] }',
      'orders/lib/app.ts': evilModule,
    },
    ['orders/lib/app.ts'],
  ],
  [
    'the plugin for TypeScript',
    {
      'serverless.yml': serverless('src/orders.handler', 'plugins: [serverless-plugin-typescript]\n'),
      'src/orders.ts': evilModule,
    },
    ['src/orders.ts'],
  ],
  [
    'the plugin for esbuild',
    {
      'serverless.yml': serverless(
        'src/orders/handler.handler',
        'plugins: [serverless-esbuild]\ncustom:\n  esbuild: { bundle: true, outputFileExtension: .mjs, outdir: .build }\n',
      ),
      'src/orders/handler.ts': evilModule,
    },
    ['src/orders/handler.ts'],
  ],
  [
    'the plugin for bundles',
    {
      'serverless.yml': serverless('services/orders.handler', 'plugins: [serverless-bundle]\n'),
      'services/orders.js': evilModule,
    },
    ['services/orders.js'],
  ],
  [
    'the plugin for webpack',
    {
      'serverless.yml': serverless('src/orders.handler', 'plugins: [serverless-webpack]\n'),
      'webpack.config.js': `const slsw = require('serverless-webpack'); module.exports = { entry: slsw.lib.entries };`,
      'src/orders.ts': evilModule,
    },
    ['src/orders.ts'],
  ],
  [
    'entries of webpack',
    {
      'serverless.yml': serverless('dist/orders.handler'),
      'webpack.config.js': `module.exports = { entry: { orders: './src/api/create-order.ts', other: './src/api/other.ts' }, output: { path: __dirname + '/dist', filename: '[name].js', libraryTarget: 'commonjs2' } };`,
      'src/api/create-order.ts': evilModule,
      'src/api/other.ts': 'export const handler = async () => {};',
    },
    ['src/api/create-order.ts'],
  ],
  [
    'a module that Python is packaged by',
    {
      'serverless.yml': `service: shop\nprovider:\n  name: aws\n  runtime: python3.13\nplugins: [serverless-python-requirements]\npackage:\n  individually: true\nfunctions:\n  orders:\n    handler: app.handler\n    module: functions/orders\n    events:\n      - httpApi: '*'\n`,
      'functions/orders/app.py': evilPython,
      'functions/other/app.py': 'def handler(event, context):\n    return {}\n',
    },
    ['functions/orders/app.py'],
  ],
];

const shared: readonly Row[] = [
  [
    'a layer of Node.js',
    {
      'template.yaml': sam(
        '      CodeUri: src\n      Handler: app.handler\n      Layers: [!Ref Shared]\n',
        '',
        '  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layers/shared\n',
      ),
      'src/app.mjs': calling('/opt/nodejs/run.mjs'),
      'layers/shared/nodejs/run.mjs': called,
    },
    ['layers/shared/nodejs/run.mjs'],
  ],
  [
    'a package in a layer of Node.js',
    {
      'template.yaml': sam(
        '      CodeUri: src\n      Handler: app.handler\n      Layers: [!Ref Shared]\n',
        '',
        '  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layers/shared\n    Metadata:\n      BuildMethod: nodejs22.x\n',
      ),
      'src/app.ts': calling('/opt/nodejs/run'),
      'layers/shared/run.ts': called,
      'layers/shared/package.json': '{ "name": "shared" }',
    },
    ['layers/shared/run.ts'],
  ],
  [
    'a layer of Python',
    {
      'template.yaml': samPython(
        '      CodeUri: src\n      Handler: app.handler\n      Layers: [!Ref Shared]\n',
        '',
        '  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layers/shared\n',
      ),
      'src/app.py': 'from helpers.run import run\ndef handler(event, context):\n    run(event["headers"]["x"])\n',
      'layers/shared/python/helpers/run.py': 'import os\ndef run(text):\n    os.system(text)\n',
    },
    ['layers/shared/python/helpers/run.py'],
  ],
  [
    'a layer of Python that SAM builds',
    {
      'template.yaml': samPython(
        '      CodeUri: src\n      Handler: app.handler\n      Layers: [!Ref Shared]\n',
        '',
        '  Shared:\n    Type: AWS::Serverless::LayerVersion\n    Properties:\n      ContentUri: layers/shared\n    Metadata:\n      BuildMethod: python3.13\n',
      ),
      'src/app.py': 'from run import run\ndef handler(event, context):\n    run(event["headers"]["x"])\n',
      'layers/shared/run.py': 'import os\ndef run(text):\n    os.system(text)\n',
    },
    ['layers/shared/run.py'],
  ],
  [
    'a workspace',
    {
      'package.json': '{ "workspaces": ["packages/*"] }',
      'packages/lib/package.json': '{ "name": "@shop/lib", "main": "dist/index.js" }',
      'packages/lib/src/index.ts': called,
      'packages/api/template.yaml': sam('      CodeUri: src\n      Handler: app.handler\n'),
      'packages/api/src/app.ts': calling('@shop/lib'),
    },
    ['packages/lib/src/index.ts'],
  ],
  [
    'paths of TypeScript',
    {
      'template.yaml': sam('      CodeUri: .\n      Handler: src/app.handler\n'),
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "@lib/*": ["src/lib/*"] } } }',
      'src/app.ts': calling('@lib/run'),
      'src/lib/run.ts': called,
    },
    ['src/lib/run.ts'],
  ],
  [
    'a folder that stands for its index',
    {
      'template.yaml': sam('      CodeUri: .\n      Handler: src/app.handler\n'),
      'src/app.ts': calling('./lib'),
      'src/lib/index.ts': `export * from './run.js';`,
      'src/lib/run.ts': called,
    },
    ['src/lib/run.ts'],
  ],
];

const images: readonly Row[] = [
  [
    'an image into whose folder the sources are copied',
    image(`${lambdaPython}COPY src/ \${LAMBDA_TASK_ROOT}/\nCMD ["main.handler"]\n`, {
      'orders/src/main.py': evilPython,
    }),
    ['orders/src/main.py'],
  ],
  [
    'an image that names a file anew',
    image(`${lambdaPython}COPY code/main.py ./app.py\nCMD ["app.handler"]\n`, { 'orders/code/main.py': evilPython }),
    ['orders/code/main.py'],
  ],
  [
    'an image with a folder to work in',
    image(
      'FROM python:3.13\nWORKDIR /function\nCOPY . .\nRUN pip install awslambdaric\nENTRYPOINT ["/usr/local/bin/python", "-m", "awslambdaric"]\nCMD ["src.main.handler"]\n',
      { 'orders/src/main.py': evilPython },
    ),
    ['orders/src/main.py'],
  ],
  [
    'an image that is built in stages',
    image(
      'FROM node:22 AS build\nWORKDIR /usr/app\nCOPY package.json index.ts ./\nRUN npm run build\nFROM public.ecr.aws/lambda/nodejs:22\nCOPY --from=build /usr/app/dist/* ./\nCMD ["index.handler"]\n',
      { 'orders/index.ts': evilModule },
    ),
    ['orders/index.ts'],
  ],
];

const others: readonly Row[] = [
  [
    'the entry of a function of the CDK',
    {
      ...cdk(
        `new NodejsFunction(stack, 'Orders', { entry: path.join(__dirname, '..', 'src', 'orders.ts'), runtime: lambda.Runtime.NODEJS_22_X });`,
        `import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';`,
      ),
      'src/orders.ts': evilModule,
    },
    ['src/orders.ts'],
  ],
  [
    'a function of the CDK without an entry',
    {
      ...cdk(
        `new NodejsFunction(stack, 'orders', { runtime: lambda.Runtime.NODEJS_22_X });`,
        `import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';`,
      ),
      'bin/app.orders.ts': evilModule,
    },
    ['bin/app.orders.ts'],
  ],
  [
    'a function of the CDK with a name of its own to export',
    {
      ...cdk(
        `new NodejsFunction(stack, 'Orders', { entry: 'src/orders.ts', handler: 'take', runtime: lambda.Runtime.NODEJS_22_X });`,
        `import { NodejsFunction } from 'aws-cdk-lib/aws-lambda-nodejs';`,
      ),
      'src/orders.ts': evilModule.replace('handler', 'take'),
    },
    ['src/orders.ts'],
  ],
  [
    'a function of Python of the CDK',
    {
      ...cdk(
        `new PythonFunction(stack, 'Orders', { entry: 'src/orders', index: 'main.py', handler: 'handler', runtime: lambda.Runtime.PYTHON_3_13 });`,
        `import { PythonFunction } from '@aws-cdk/aws-lambda-python-alpha';`,
      ),
      'src/orders/main.py': evilPython,
    },
    ['src/orders/main.py'],
  ],
  [
    'a folder of Terraform',
    {
      'infra/main.tf': terraform(
        `${node}  filename = data.archive_file.orders.output_path\n`,
        'data "archive_file" "orders" {\n  type        = "zip"\n  source_dir  = "${path.module}/../src/orders"\n  output_path = "${path.module}/orders.zip"\n}\n',
      ),
      'src/orders/index.js': evil,
    },
    ['src/orders/index.js'],
  ],
  [
    'a file of Terraform',
    {
      'main.tf': terraform(
        `${node}  filename = data.archive_file.orders.output_path\n`,
        'data "archive_file" "orders" {\n  type        = "zip"\n  source_file = "${path.module}/src/index.js"\n  output_path = "orders.zip"\n}\n',
      ),
      'src/index.js': evil,
      'other/index.js': 'exports.handler = async () => {};',
    },
    ['src/index.js'],
  ],
  [
    'a built folder of Terraform',
    {
      'main.tf': terraform(
        `${node}  filename = data.archive_file.orders.output_path\n`,
        'data "archive_file" "orders" {\n  type        = "zip"\n  source_dir  = "${path.module}/dist"\n  output_path = "orders.zip"\n}\n',
      ),
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "src" } }',
      'src/index.ts': evilModule,
    },
    ['src/index.ts'],
  ],
  [
    'the module of Terraform for functions',
    {
      'main.tf':
        'module "orders" {\n  source        = "terraform-aws-modules/lambda/aws"\n  function_name = "orders"\n  handler       = "index.handler"\n  runtime       = "nodejs22.x"\n  source_path   = "${path.module}/src/orders"\n}\n',
      'src/orders/index.js': evil,
    },
    ['src/orders/index.js'],
  ],
  [
    'a function of Azure that is compiled',
    {
      'host.json': '{ "version": "2.0" }',
      'orders/function.json':
        '{ "scriptFile": "../dist/orders/index.js", "bindings": [{ "type": "httpTrigger", "direction": "in", "name": "req", "authLevel": "anonymous" }, { "type": "http", "direction": "out", "name": "res" }] }',
      'tsconfig.json': '{ "compilerOptions": { "outDir": "dist", "rootDir": "." } }',
      'orders/index.ts':
        "import { exec } from 'child_process'; export default async function (context, req) { exec(req.query.q); }",
    },
    ['orders/index.ts'],
  ],
  [
    'functions of Azure by the manifest',
    {
      'host.json': '{ "version": "2.0" }',
      'package.json': '{ "main": "dist/src/functions/*.js", "dependencies": { "@azure/functions": "^4.0.0" } }',
      'src/functions/orders.ts':
        "import { app } from '@azure/functions'; import { exec } from 'child_process'; app.http('orders', { methods: ['GET'], authLevel: 'anonymous', handler: async (request) => { exec(request.query.get('q')); return {}; } });",
    },
    ['src/functions/orders.ts'],
  ],
];

test.each([...sams, ...compiled, ...shared, ...images, ...others])('%s', async (_, files, expected) => {
  const read = await readCode(files);
  const found = read.flatMap(({ functions }) =>
    functions.flatMap(({ flows }) => flows.flatMap(({ danger, sink }) => (danger === 'command' ? [sink.at.path] : []))),
  );
  expect([...new Set(found)]).toEqual(expected);
});
