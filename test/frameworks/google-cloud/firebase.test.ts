import { describe, expect, test } from '@jest/globals';
import { applyEdits } from '../../../src/findings/edits.js';
import { firebase } from '../../../src/frameworks/google-cloud/firebase/firebase.js';
import type { Setting } from '../../../src/model/setting.js';
import { heldFiles } from '../../support/examples.js';
import { parsedStack } from '../../support/parsed.js';

const project = '{ "functions": { "source": "functions" } }';

function read(source: string, others: Readonly<Record<string, string>> = {}) {
  const files = { 'firebase.json': project, 'functions/index.js': source, ...others };
  return parsedStack(firebase, 'firebase.json', heldFiles(new Map(Object.entries(files))));
}

function said<T>(setting: Setting<T, never> | undefined): unknown {
  return setting?.kind === 'known' ? setting.value : setting?.kind;
}

const library = "import { onRequest, setGlobalOptions } from 'firebase-functions/v2';\n";

test('a file of functions that cannot be read is told', () => {
  const stack = read(`${library}export const orders = onRequest((`);
  expect(stack?.model.open).toBe(true);
  expect(stack?.notices).toMatchObject([{ path: 'functions/index.js', kind: 'unread' }]);
});

describe('who may call a function', () => {
  test.each([
    ['everyone, as said', "{ invoker: 'public' }", { kind: 'none' }],
    ['identities, as said', "{ invoker: 'private' }", { kind: 'iam' }],
    ['a list of identities', "{ invoker: 'app@example.com' }", { kind: 'iam' }],
    ['nothing said', '{ region: "x" }', 'unknown'],
    ['computed', '{ invoker: who() }', 'unknown'],
    ['spread', '{ ...shared() }', 'unknown'],
  ])('%s', (_, options, auth) => {
    const model = read(`${library}export const orders = onRequest(${options}, f);\n`)?.model;
    expect(said(model?.routes[0]?.auth)).toEqual(auth);
  });
});

test('a function that checks its callers itself is not known to be open', () => {
  const body = "async (request) => { await getAuth().verifyIdToken(request.get('x')); }";
  const model = read(`${library}export const orders = onRequest({ invoker: 'public' }, ${body});\n`)?.model;
  expect(said(model?.routes[0]?.auth)).toBe('unknown');
});

describe('options', () => {
  test.each([
    ['of the function', 'export const orders = onRequest({ maxInstances: 7 }, f);', 7],
    ['of all functions', 'setGlobalOptions({ maxInstances: 5 });\nexport const orders = onRequest(f);', 5],
    [
      'of the function before those of all',
      'setGlobalOptions({ maxInstances: 5 });\nexport const orders = onRequest({ maxInstances: 7 }, f);',
      7,
    ],
    ['in a constant', 'const options = { maxInstances: 3 };\nexport const orders = onRequest(options, f);', 3],
    [
      'spread',
      'const shared = { maxInstances: 3 };\nexport const orders = onRequest({ ...shared, region: "x" }, f);',
      3,
    ],
    ['in a member', 'const most = { web: 3 };\nexport const orders = onRequest({ maxInstances: most.web }, f);', 3],
    [
      'in a constant that hides another',
      'const most = 3;\n{ const most = 4; }\nexport const orders = onRequest({ maxInstances: most }, f);',
      3,
    ],
    ['of the first generation', 'exports.orders = functions.runWith({ maxInstances: 2 }).https.onRequest(f);', 2],
    ['absent', "export const orders = onRequest({ region: 'x' }, f);", 'absent'],
    ['that only the run knows', 'export const orders = onRequest({ maxInstances: most() }, f);', 'unknown'],
    [
      'in a cycle of constants',
      'const a = b;\nconst b = a;\nexport const orders = onRequest({ maxInstances: a }, f);',
      'unknown',
    ],
  ])('%s', (_, source, limit) => {
    expect(said(read(library + source)?.model.functions[0]?.concurrency)).toBe(limit);
  });

  test('are written beside the others', () => {
    const source = `${library}export const orders = onRequest({ region: 'x' }, f);\n`;
    const limit = read(source)?.model.functions[0]?.concurrency;
    const edits = limit?.kind === 'absent' ? limit.write(50) : undefined;
    expect(applyEdits(source, edits ?? [])).toContain("onRequest({ region: 'x', maxInstances: 50 }, f)");
  });
});

describe('what starts a function', () => {
  test.each([
    ["onMessagePublished('orders', f)", 'topic', 'orders'],
    ['onObjectFinalized(f)', 'bucket', undefined],
    ["onDocumentWritten('orders/{id}', f)", 'stream', 'orders/{id}'],
    ["onSchedule('every day 03:00', f)", 'schedule', 'every day 03:00'],
    ["functions.pubsub.topic('orders').onPublish(f)", 'topic', 'orders'],
  ])('%s', (call, kind, source) => {
    const [trigger] = read(`${library}export const orders = ${call};\n`)?.model.triggers ?? [];
    expect([trigger?.trigger, trigger?.sourceName]).toEqual([kind, source]);
  });
});

describe('the runtime', () => {
  test.each([
    ['of the package', { 'functions/package.json': '{ "engines": { "node": "20" } }' }, 'nodejs20'],
    ['a range', { 'functions/package.json': '{ "engines": { "node": ">=20" } }' }, 'unknown'],
    ['not said', {}, 'absent'],
  ])('%s', (_, others, runtime) => {
    expect(said(read(`${library}export const orders = onRequest(f);\n`, others)?.model.functions[0]?.runtime)).toBe(
      runtime,
    );
  });
});

describe('hostile input', () => {
  test.each([
    ['a half-written file', 'export const orders = onRequest({'],
    ['depth', `export const orders = onRequest(${'['.repeat(10_000)}`],
    ['a long chain', `export const orders = a${'.b()'.repeat(5_000)};`],
  ])('%s holds no function', (_, source) => {
    expect(read(library + source)?.model.functions).toEqual([]);
  });

  test('a source that climbs out of the repository is not read', () => {
    const files = new Map([['firebase.json', '{ "functions": { "source": "../../x" } }']]);
    expect(parsedStack(firebase, 'firebase.json', heldFiles(files))).toBeUndefined();
  });

  test('variables of the project are texts with their places', () => {
    const text = 'A=1\n# B=2\nTOKEN="abc"\nEMPTY=\n';
    const parsed = read(library, { 'functions/.env': text });
    const texts = parsed?.model.texts?.map(({ name, value }) => [
      name,
      said(value),
      text.slice(value.at.start, value.at.end),
    ]);
    expect(texts).toEqual([
      ['A', '1', '1'],
      ['TOKEN', 'abc', 'abc'],
    ]);
    expect(firebase.entryOf('functions/.env')).toBe('firebase.json');
  });

  test('the configuration that came before variables', () => {
    const text = '{ "stripe": { "key": "abc", "more": { "n": 1 } }, "list": [1] }';
    const parsed = read(library, { 'functions/.runtimeconfig.json': text });
    expect(parsed?.model.texts?.map(({ name, value }) => [name, said(value)])).toEqual([
      ['stripe.key', 'abc'],
      ['stripe.more.n', '1'],
    ]);
    expect(firebase.entryOf('functions/.runtimeconfig.json')).toBe('firebase.json');
    expect(parsed?.files).toContain('functions/.runtimeconfig.json');
  });

  test.each([
    ['half-written', '{ "a": '],
    ['deep', `${'{"a":'.repeat(150)}1${'}'.repeat(150)}`],
    ['a list', '[1]'],
  ])('a configuration that is %s says nothing', (_, text) => {
    expect(read(library, { 'functions/.runtimeconfig.json': text })?.model.texts).toEqual([]);
  });
});
