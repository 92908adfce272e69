import { describe, expect, test } from '@jest/globals';
import { readProgram } from '../../../src/frameworks/serverless/program/program.js';
import { known } from '../../../src/model/setting.js';
import { show } from '../cloudformation/reading.js';
import { edited, parse } from './reading.js';

const read = (text: string): unknown => show(readProgram({ path: 'a.ts', text }, () => undefined).documents?.[0]);

describe('what a program exports', () => {
  test.each<[string, string, unknown]>([
    [
      'an object',
      "export default { a: 1, 'b-c': 'x', d: [true, null, -2] };",
      { a: 1, 'b-c': 'x', d: [true, null, -2] },
    ],
    ['a constant', 'const it = { a: 1 }; export default it;', { a: 1 }],
    ['a typed constant', 'const it: AWS = { a: 1 } satisfies X as Y; module.exports = it;', { a: 1 }],
    ['an old export', 'export = { a: 1 };', { a: 1 }],
    ['shorthand and constants', "const a = 'x'; export default { a, b: a };", { a: 'x', b: 'x' }],
    [
      'spread constants',
      'const a = { x: 1 }; const l = [1]; export default { ...a, l: [...l, 2] };',
      { x: 1, l: [1, 2] },
    ],
    ['a spread that is computed', 'export default { x: 1, ...make() };', { x: 1, '...': true }],
    ['an item that is computed', 'export default [1, ...make()];', [1, '...']],
    ['templates', "const s = 'dev'; export default `a-${s}`;", 'a-dev'],
    ['variables of the framework', 'export default `${"$"}{self:service}`;', '${self:service}'],
    ['texts put together', "export default 'a' + 'b';", 'ab'],
    ['members', 'const c = { d: { e: 1 } }; export default c.d.e;', 1],
    ['the environment', 'export default process.env.X;', '(unknown: environment variable)'],
    ['the environment with a default', "export default process.env.X || 'd';", '~d'],
    ['a call', 'export default make();', '(unknown: computed by the program)'],
    ['a method', 'export default { a() { return 1; } };', { a: '(unknown: computed by the program)' }],
    ['a constant of itself', 'const a = { b: a }; export default a;', { b: '(unknown: cyclic constant)' }],
    ['a key that is computed', 'export default { [make()]: 1, b: 2 };', { b: 2, '...': true }],
    ['what a function answers', 'module.exports = () => ({ a: 1 });', { a: 1 }],
    ['what a function returns', 'const b = 2; module.exports = async ({ options }) => { return { a: b }; };', { a: 2 }],
    [
      'a function that does more',
      'module.exports = () => { const a = 1; return { a }; };',
      '(unknown: computed by the program)',
    ],
    [
      'a function whose parameter hides a constant',
      'const b = 2; module.exports = (b) => ({ a: b });',
      '(unknown: computed by the program)',
    ],
    ['what its parameter decides', 'module.exports = (b) => ({ a: b });', { a: '(unknown: computed by the program)' }],
    ['a required package', "module.exports = require('x');", '(unknown: imported value)'],
    ['nothing', 'export default { a: undefined };', { a: null }],
    ['something that changes', 'let a = 1; export default a;', '(unknown: computed by the program)'],
  ])('%s', (_, text, expected) => expect(read(text)).toEqual(expected));
});

describe('services in TypeScript', () => {
  const texts = {
    'serverless.ts':
      "import hello from '@functions/hello';\nimport { list } from './src/functions';\nconst service: AWS = {\n  service: 'orders',\n  provider: { name: 'aws', runtime: 'nodejs24.x' },\n  functions: { hello, list },\n};\nexport default service;\n",
    'tsconfig.paths.json':
      '{ "compilerOptions": { "baseUrl": ".", "paths": { "@functions/*": ["src/functions/*"] } } }',
    'src/functions/index.ts':
      "export { default as list } from './list';\nexport { default as hello } from './hello';\n",
    'src/functions/hello/index.ts':
      "export default {\n  handler: `${path(__dirname)}/main`,\n  events: [{ http: { method: 'post', path: 'hello' } }],\n};\n",
    'src/functions/list.ts': "import { hello } from '.';\nexport default { handler: 'list.main', timeout: 9 };\n",
  };

  test('follow names below the base of the compiler', () => {
    const texts = {
      'serverless.ts':
        "import hello from 'src/hello';\nexport default { service: 'a', provider: { name: 'aws' }, functions: { hello } };\n",
      'src/hello.ts': "export default { handler: 'x', timeout: 9 };\n",
      'tsconfig.json': '{ "compilerOptions": { "baseUrl": "./" } }',
    };
    expect(parse(texts, 'serverless.ts').model.functions.map(({ timeout }) => known(timeout))).toEqual([9]);
  });

  test('follow what they require', () => {
    const texts = {
      'serverless.js': `const one = require('./one');
const { two, three: other } = require('./parts/two');
module.exports = {
  service: 'a',
  provider: { name: 'aws', ...require('./provider.json') },
  functions: { ...one, two, other },
};
`,
      'one.js': "module.exports = { one: { handler: 'x' } };\n",
      'parts/two.js': "exports.two = { handler: 'y', timeout: 9 };\nexports.three = { handler: 'z' };\n",
      'provider.json': '{ "runtime": "nodejs22.x" }\n',
    };
    const { functions } = parse(texts, 'serverless.js').model;
    expect(functions.map(({ id, runtime, timeout }) => [id, known(runtime), known(timeout)])).toEqual([
      ['one', 'nodejs22.x', 6],
      ['two', 'nodejs22.x', 9],
      ['other', 'nodejs22.x', 6],
    ]);
  });

  test('that require each other in a circle end', () => {
    const text = "module.exports = { service: 'a', provider: { name: 'aws' }, ...require('./b') };\n";
    const { model } = parse(
      { 'serverless.js': text, 'b.js': "module.exports = require('./serverless');\n" },
      'serverless.js',
    );
    expect(model.open).toBe(true);
  });

  test('follow their imports', () => {
    const { model, files } = parse(texts, 'serverless.ts');
    expect(model.functions.map(({ id, timeout }) => [id, known(timeout)])).toEqual([
      ['hello', 6],
      ['list', 9],
    ]);
    expect(model.routes.map(({ at }) => at.path)).toEqual(['src/functions/hello/index.ts']);
    expect(files).toContain('src/functions/list.ts');
  });

  test('are written in their own style', () => {
    const text = texts['serverless.ts']
      .replaceAll(/^import.*\n/gm, '')
      .replace('{ hello, list }', "{ a: { handler: 'x' } }");
    const [fn] = parse({ 'serverless.ts': text }, 'serverless.ts').model.functions;
    const edits = fn?.tracing.kind === 'absent' ? fn.tracing.write('active') : undefined;
    expect(edited(text, edits)).toContain("{ name: 'aws', runtime: 'nodejs24.x', tracing: { lambda: true } }");
  });
});
