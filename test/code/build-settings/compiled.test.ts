import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import {
  type BuildRow,
  called,
  calling,
  evilModule,
  evilPython,
  sam,
  samPython,
  serverless,
  startedIn,
} from '../../support/build-settings.js';

beforeAll(preparePython);

const rows: readonly BuildRow[] = [
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

test.each(rows)('%s', async (_, files, found) => expect(await startedIn(files)).toEqual(found));
