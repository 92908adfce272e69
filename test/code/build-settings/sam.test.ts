import { beforeAll, expect, test } from '@jest/globals';
import { preparePython } from '../../../src/languages/python/parse.js';
import {
  type BuildRow,
  evil,
  evilModule,
  evilPython,
  image,
  lambdaPython,
  sam,
  samPython,
  startedIn,
} from '../../support/build-settings.js';

beforeAll(preparePython);

const rows: readonly BuildRow[] = [
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
  ...['mjs', 'cjs', 'mts', 'cts', 'tsx', 'jsx'].map(
    (ending): BuildRow => [
      `a handler that ends in .${ending}`,
      {
        'template.yaml': sam('      CodeUri: src\n      Handler: app.handler\n'),
        [`src/app.${ending}`]: ending.startsWith('c') ? evil : evilModule,
      },
      [`src/app.${ending}`],
    ],
  ),
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

test.each(rows)('%s', async (_, files, found) => expect(await startedIn(files)).toEqual(found));
