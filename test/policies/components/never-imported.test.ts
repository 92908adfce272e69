import { expect, test } from '@jest/globals';
import { componentSets } from '../../../src/dependencies/component-set.js';
import { withNames } from '../../../src/judgement/named.js';
import type { ShippingFunction } from '../../../src/policies/components/shipping.js';
import { judgeWide } from '../../../src/policies/components/wide.js';
import { holdFiles } from '../../../src/stacks/files.js';

type Texts = Readonly<Record<string, string>>;

const fn: ShippingFunction = {
  id: 'Orders',
  name: 'Orders',
  codeRoot: 'src',
  declaredIn: 'template.yaml',
  exposure: 'unknown',
};

async function judged(texts: Texts, more: Partial<ShippingFunction> = {}) {
  const all = new Map(Object.entries({ 'template.yaml': 'Resources: {}', ...texts }));
  const files = holdFiles([...all.keys()]);
  const fetch = async (paths: readonly string[]) =>
    new Map(paths.flatMap((path) => (all.has(path) ? [[path, all.get(path) ?? ''] as const] : [])));
  files.add(all, []);
  const sets = componentSets(['src/package.json', 'src/requirements.txt', 'src/pyproject.toml'], files);
  const functions = await withNames([{ ...fn, ...more }], { files, fetch }, sets);
  const context = { date: '2026-11-26', functions, advisories: { entriesOf: () => [] }, ownNames: [] };
  return sets.flatMap((set) => judgeWide(undefined, set, context));
}

function npm(names: readonly string[], code: string, more: Texts = {}): Texts {
  const dependencies = Object.fromEntries(names.map((name) => [name, '1.0.0']));
  return { 'src/package.json': JSON.stringify({ dependencies }, null, 1), 'src/app.js': code, ...more };
}

function pip(lines: string, code: string, more: Texts = {}): Texts {
  return { 'src/requirements.txt': lines, 'src/app.py': code, ...more };
}

const zod = "const { z } = require('zod');\n";

test.each<[string, Texts, readonly string[]]>([
  ['no file names it', npm(['zod', 'axios'], zod), ['axios']],
  ['only a comment names it', npm(['zod', 'axios'], `${zod}// const axios = require('axios');\n`), ['axios']],
  [
    'only a variable is called so',
    npm(['zod', 'request'], `${zod}exports.handler = (request) => request;`),
    ['request'],
  ],
  ['the code imports nothing', npm(['axios'], 'exports.handler = () => 1;'), ['axios']],
  ['its name begins like that of another', npm(['zod', 'axios'], `${zod}require('axios-mock');`), ['axios']],
  ['no module of Python is its own', pip('PyYAML==6.0\nrequests==2.0\n', 'import json\nimport yaml\n'), ['requests']],
  ['only a comment of Python names it', pip('requests\n', 'import json\n# import requests\n'), ['requests']],
  [
    'a module of the folder is called otherwise',
    pip('requests\nstripe\n', 'from .part import x\nimport shop.cart\nimport stripe\n', {
      'src/shop/cart.py': 'import os\n',
    }),
    ['requests'],
  ],
  [
    'it stands in pyproject.toml',
    {
      'src/pyproject.toml': '[project]\nname = "orders"\ndependencies = [\n  "stripe>=1",\n  "requests>=2",\n]\n',
      'src/app.py': 'import stripe\n',
    },
    ['requests'],
  ],
])('a package is told where %s', async (_, texts, expected) => {
  expect((await judged(texts)).map(({ about }) => about.id)).toEqual(expected);
});

test.each<[string, Texts, Partial<ShippingFunction>?]>([
  ['it is imported', npm(['axios'], "import axios from 'axios';")],
  ['a part of it is imported', npm(['lodash'], "const pick = require('lodash/pick');")],
  ['it is imported for its effects', npm(['axios'], "import 'axios';")],
  [
    'it is imported when it is needed',
    npm(['axios'], "exports.handler = async () => (await import('axios')).get('x');"),
  ],
  ['it is passed on', npm(['axios'], "export * from 'axios';")],
  ['another file imports it', npm(['axios'], "require('./b');", { 'src/lib/b.ts': "import a = require('axios');" })],
  ['only tests import it', npm(['zod', 'axios'], zod, { 'src/tests/a.test.js': "require('axios')" })],
  ['a module is chosen at run time', npm(['axios'], 'const name = process.env.M; require(name);')],
  ['a module is chosen from parts', npm(['axios'], 'exports.handler = () => import(`./parts/${1}.js`);')],
  ['the loader is given away', npm(['axios'], 'const load = require;\nload("ax" + "ios");')],
  ['a text names it', npm(['zod', 'axios'], `${zod}const plugins = ['axios'];`)],
  ['an option loads it', npm(['zod', 'axios'], `${zod}process.env.NODE_OPTIONS = '--require axios/register';`)],
  ['settings name it', npm(['zod', 'axios'], zod, { 'src/.mocharc.json': '{"require": ["axios/register"]}' })],
  ['the template names it', npm(['axios'], 'exports.a = 1;', { 'template.yaml': 'NODE_OPTIONS: --import axios' })],
  [
    'a script names it',
    npm([], zod, { 'src/package.json': '{"scripts":{"start":"axios run"},"dependencies":{"axios":"1.0.0"}}' }),
  ],
  ['it is a peer', npm([], zod, { 'src/package.json': '{"peerDependencies":{"axios":"1.0.0"}}' })],
  ['it is a development dependency', npm([], zod, { 'src/package.json': '{"devDependencies":{"axios":"1.0.0"}}' })],
  ['it holds types', npm(['zod', 'aws-lambda-types'], zod)],
  ['it belongs to what is imported', npm(['express', 'express-async-errors'], "require('express');")],
  ['it is of the scope of what is imported', npm(['@a/b', '@a/c'], "require('@a/b');")],
  ['a library loads it by name', npm(['knex', 'pg'], "require('knex');")],
  ['a library reads its files with it', npm(['config', 'js-yaml'], "require('config');")],
  ['it is of the repository', npm([], zod, { 'src/package.json': '{"dependencies":{"axios":"file:../axios"}}' })],
  ['most of them would be', npm(['a1', 'b1', 'c1', 'd1'], 'exports.a = 1;')],
  [
    'there is no code of that language',
    { 'src/package.json': '{"dependencies":{"axios":"1"}}', 'src/app.py': 'import os\n' },
  ],
  ['the function is bundled', npm(['axios'], 'exports.a = 1;'), { bundled: true }],
  ['another folder is packed', npm(['axios'], 'exports.a = 1;'), { codeRoot: 'src/orders' }],
  ['a mark keeps it out of the package', pip('stripe\nrequests #no-deploy\n', 'import stripe\n')],
  ['Python imports it', pip('requests\n', 'import requests\n')],
  [
    'Python imports it under its module',
    pip('PyYAML\npython-dateutil\n', 'import yaml\nfrom dateutil import parser\n'),
  ],
  ['Python imports a part of its namespace', pip('google-cloud-storage\n', 'from google.cloud import storage\n')],
  ['Python imports it when it is there', pip('requests\n', 'try: import requests\nexcept ImportError: pass\n')],
  ['a module of Python comes from who knows where', pip('stripe\nfoo-sdk\n', 'import stripe\nimport bar\n')],
  [
    'Python chooses a module at run time',
    pip('stripe\n', 'import importlib, os\nimportlib.import_module(os.environ["M"])\n'),
  ],
  ['a text of Python names it', pip('stripe\n', 'import os\nAPPS = ["stripe.apps"]\n')],
  ['Python loads it by name', pip('sqlalchemy\npsycopg2-binary\n', 'import sqlalchemy\n')],
  ['a tool wrote the requirements', pip('stripe==1.0 # via\n    # via shop\n', 'import os\n')],
  ['they have checksums', pip(`stripe==1.0 --hash=sha256:${'0'.repeat(64)}\n`, 'import os\n')],
  ['it is a stub', pip('boto3-stubs\nstripe\n', 'import stripe\n')],
])('nothing is told where %s', async (...[, texts, more]) => {
  expect(await judged(texts, more)).toEqual([]);
});

test('nothing is told where a file could not be read', async () => {
  const texts = npm(['axios'], 'exports.a = 1;');
  const all = new Map(Object.entries({ 'template.yaml': '{}', ...texts }));
  const files = holdFiles([...all.keys(), 'src/b.js']);
  files.add(all, []);
  const sets = componentSets(['src/package.json'], files);
  const [named] = await withNames([fn], { files, fetch: async () => new Map() }, sets);
  expect(named?.named).toBeUndefined();
});

const lock = (peers: Texts) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: {
      '': { dependencies: { zod: '1.0.0', axios: '1.0.0' } },
      'node_modules/axios': { version: '1.0.0' },
      'node_modules/zod': { version: '1.0.0', peerDependencies: peers },
    },
  });

test.each<[string, Texts, readonly (string | undefined)[]]>([
  ['removed where the lockfile shows that nothing needs it', { 'src/package-lock.json': lock({}) }, ['']],
  ['silent where another package needs it', { 'src/package-lock.json': lock({ axios: '1' }) }, []],
  ['left to the author without a lockfile', {}, [undefined]],
])('a package of npm is %s', async (_, more, expected) => {
  const found = await judged(npm(['zod', 'axios'], zod, more));
  expect(found.map(({ fix }) => fix?.edits[0]?.text)).toEqual(expected);
});

test.each<[string, Texts, readonly (string | undefined)[]]>([
  [
    'removed where the lockfile shows that nothing needs it',
    {
      'src/poetry.lock':
        '[[package]]\nname = "stripe"\nversion = "1.0"\n\n[[package]]\nname = "shop"\nversion = "1.0"\n',
    },
    [''],
  ],
  [
    'silent where another package needs it',
    {
      'src/poetry.lock':
        '[[package]]\nname = "shop"\nversion = "1.0"\n[package.dependencies]\nstripe = "*"\n\n' +
        '[[package]]\nname = "stripe"\nversion = "1.0"\n',
    },
    [],
  ],
  ['left to the author without a lockfile', {}, [undefined]],
])('a package of Python is %s', async (_, more, expected) => {
  const project = '[project]\nname = "orders"\ndependencies = [\n  "shop>=1",\n  "stripe>=1",\n]\n';
  const found = await judged({ 'src/pyproject.toml': project, 'src/app.py': 'import shop\n', ...more });
  expect(found.map(({ fix }) => fix?.edits[0]?.text)).toEqual(expected);
});
