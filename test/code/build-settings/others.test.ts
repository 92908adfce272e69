import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import {
  type BuildRow,
  cdk,
  evil,
  evilModule,
  evilPython,
  node,
  startedIn,
  terraform,
} from '../../support/build-settings.js';

beforeAll(preparePython);

const rows: readonly BuildRow[] = [
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

test.each(rows)('%s', async (_, files, found) => expect(await startedIn(files)).toEqual(found));
