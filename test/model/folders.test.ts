import { describe, expect, test } from '@jest/globals';
import { environmentNamed, namesIn } from '../../src/model/environment.js';
import { built, hosting, inFolders, installed, shown, synthesised, tests } from '../../src/model/folders.js';

describe('a path lies in', () => {
  test.each([
    ['an installed package', 'app/node_modules/a/index.js', [installed], true],
    ['an installed package at the root', 'node_modules/a.js', [installed], true],
    ['what a tool synthesised', 'infra/cdk.out/Stack.template.json', [synthesised], true],
    ['no folder of another name that ends alike', 'my-node_modules/a.js', [installed], false],
    ['no folder whose dot is another letter', 'cdkxout/a.json', [synthesised], false],
    ['no folder when the file itself has its name', 'scripts/build', [built], false],
    ['one of several lists', '.github/workflows/a.yml', [installed, hosting], true],
    ['a folder of tests', 'pkg/tests/template.yaml', [tests, shown], true],
    ['no folder of tests when the word only begins so', 'latest/template.yaml', [tests, shown], false],
  ])('%s', (_, path, lists, expected) => expect(inFolders(...lists)(path)).toBe(expected));
});

describe('a stack is', () => {
  test.each([
    ['for production by its stage', ['prod'], 'production'],
    ['for production by its folder', namesIn('infra/live/main.tf'), 'production'],
    ['for production although another name says test', ['test', 'PRD'], 'production'],
    ['for something else', namesIn('env/dev/main.tf'), 'other'],
    ['for nobody knows what', namesIn('product/main.tf'), 'unknown'],
  ] as const)('%s', (_, names, expected) => expect(environmentNamed(names)).toBe(expected));
});
