import { expect, test } from '@jest/globals';
import { aliasesIn } from '../../src/code/resolving/aliases.js';
import { packagesIn } from '../../src/code/resolving/packages.js';
import { resolveIn } from '../../src/code/resolving/resolve.js';
import { holdFiles } from '../../src/stacks/files.js';

type Row = readonly [
  what: string,
  from: string,
  module: string,
  files: readonly string[],
  found: string | undefined,
  texts?: Readonly<Record<string, string>>,
];

const rows: readonly Row[] = [
  ['a file beside', 'src/a.ts', './b', ['src/b.ts'], 'src/b.ts'],
  ['what is compiled', 'src/a.ts', './b.js', ['src/b.ts'], 'src/b.ts'],
  ['a folder', 'src/a.ts', './b', ['src/b/index.ts'], 'src/b/index.ts'],
  ['a library', 'src/a.ts', 'lodash', ['src/lodash.ts'], undefined],
  ['outside of the repository', 'a.ts', '../b', ['b.ts'], undefined],
  [
    'an alias of the settings',
    'svc/src/a.ts',
    '@libs/b',
    ['svc/src/libs/b.ts'],
    'svc/src/libs/b.ts',
    { 'svc/tsconfig.json': '{ "compilerOptions": { "baseUrl": "./src", "paths": { "@libs/*": ["libs/*"] } } } // c' },
  ],
  [
    'an alias of settings that are extended',
    'svc/a.ts',
    '@libs/b',
    ['svc/libs/b.ts'],
    'svc/libs/b.ts',
    {
      'svc/tsconfig.json': '{ "extends": "./tsconfig.paths.json" }',
      'svc/tsconfig.paths.json': '{ "compilerOptions": { "paths": { "@libs/*": ["./libs/*"] } } }',
    },
  ],
  [
    'an alias of settings in another folder',
    'svc/a.ts',
    '@libs/b',
    ['libs/b.ts'],
    'libs/b.ts',
    {
      'svc/tsconfig.json': '{ "extends": ["../config/base"] }',
      'config/base.json': '{ "compilerOptions": { "baseUrl": "..", "paths": { "@libs/*": ["libs/*"] } } }',
    },
  ],
  [
    'an alias for one name',
    'a.ts',
    '@db/more',
    ['src/db.ts', 'src/dbmore.ts'],
    undefined,
    { 'tsconfig.json': '{ "compilerOptions": { "paths": { "@db": ["src/db"] } } }' },
  ],
  [
    'a package of a workspace',
    'svc/a.ts',
    '@shop/db',
    ['packages/db/src/index.ts'],
    'packages/db/src/index.ts',
    {
      'package.json': '{ "workspaces": ["packages/*", "svc"] }',
      'packages/db/package.json': '{ "name": "@shop/db", "main": "dist/index.js" }',
    },
  ],
  [
    'a part of a package',
    'svc/a.ts',
    '@shop/db/client',
    ['packages/db/src/client.ts'],
    'packages/db/src/client.ts',
    {
      'pnpm-workspace.yaml': 'packages: [packages/*]',
      'packages/db/package.json': '{ "name": "@shop/db", "exports": { "./client": { "import": "./dist/client.js" } } }',
    },
  ],
  [
    'a package of a repository without workspaces',
    'svc/a.ts',
    '@shop/db',
    ['packages/db/src/index.ts'],
    undefined,
    { 'packages/db/package.json': '{ "name": "@shop/db" }' },
  ],
  ['a layer', 'svc/a.js', '/opt/nodejs/db', ['layers/db/nodejs/db.js'], 'layers/db/nodejs/db.js'],
  [
    'a layer of Python',
    'svc/a.py',
    'shared.db',
    ['layers/shop/python/shared/db.py'],
    'layers/shop/python/shared/db.py',
  ],
  [
    'a layer of Python that is built',
    'svc/a.py',
    'shared',
    ['common_layer/shared/__init__.py'],
    'common_layer/shared/__init__.py',
  ],
  ['a library in a layer', 'svc/a.py', 'requests', ['layers/shop/python/requests/__init__.py'], undefined],
  ['two layers of one name', 'svc/a.py', 'shared', ['layers/a/shared.py', 'layers/b/shared.py'], undefined],
  ['a module above', 'svc/api/a.py', 'common.db', ['svc/common/db.py'], 'svc/common/db.py'],
  ['a module beside', 'svc/api/a.py', '..common', ['svc/common.py'], 'svc/common.py'],
];

test.each(rows)('%s', (...[, from, module, files, found, texts = {}]) => {
  const held = holdFiles([from, ...files, ...Object.keys(texts)]);
  held.add(new Map(Object.entries(texts)), Object.keys(texts));
  const resolve = resolveIn({
    list: held.list().filter((path) => /\.(?:[jt]s|py)$/.test(path)),
    aliases: aliasesIn(held, 'svc'),
    packages: packagesIn(held),
  });
  expect(resolve(from, module)).toBe(found);
});
