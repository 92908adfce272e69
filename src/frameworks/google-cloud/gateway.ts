import type { Api, Throttle } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import { absent, type Setting, unknown } from '../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Framework, ParsedStack } from '../framework.js';
import { canHoldDocument } from '../openapi/recognition.js';
import { type DocumentStack, documentModel, readDocument } from '../openapi/stack.js';

/** API Gateway and Cloud Endpoints: OpenAPI documents with Google's extensions are what is deployed. */
export const googleGateway: Framework = {
  name: 'google-gateway',
  entryOf: (path) => (canHoldDocument(path) ? path : undefined),
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  if (files.read(entry)?.includes('x-google-') !== true) return undefined;
  const stack = readDocument(entry, files);
  if (stack === undefined) return undefined;
  if (!('root' in stack)) return unreadStack('google-cloud', entry, stack);
  if (!isServed(stack.root)) return undefined;
  const { at } = entryOf(stack.root, 'info')?.value ?? stack.root;
  const visibility: Api['visibility'] = absent(at);
  const model = documentModel(stack, 'google-cloud', { visibility, throttle: throttleOf(stack) });
  return { model, files: [entry], codeRoots: [], notices: stack.texts.notices, suppressions: [] };
}

/** A backend is named, or the address is one of Google's. */
function isServed(root: Value): boolean {
  const served = ['x-google-backend', 'x-google-endpoints', 'x-google-management', 'x-google-api-management'];
  if (served.some((key) => entryOf(root, key) !== undefined)) return true;
  if (/\.(?:cloud\.goog|appspot\.com|run\.app|gateway\.dev)$/.test(textOf(valueAt(root, 'host')) ?? '')) return true;
  const paths = valuesOf(valueAt(root, 'paths'));
  return [...paths, ...paths.flatMap(valuesOf)].some((part) => entryOf(part, 'x-google-backend') !== undefined);
}

function valuesOf(map: Value | undefined): readonly Value[] {
  return map?.kind === 'map' ? map.entries.map(({ value }) => value) : [];
}

/** The strictest quota of the document; the platform counts by the minute. */
function throttleOf({ root, path }: DocumentStack): Setting<Throttle> {
  const version = entryOf(root, 'swagger') ?? entryOf(root, 'openapi');
  const limits = valueAt(root, 'x-google-management', 'quota', 'limits');
  const at = limits?.at ?? version?.keyAt ?? { path, start: 0, end: 0 };
  const named = valueAt(root, 'x-google-api-management', 'quota');
  if (limits === undefined) return named === undefined ? absent(at) : unknown(named.at, 'quota not understood');
  const numbers = itemsOf(limits).map((limit) => Number(textOf(valueAt(limit, 'values', 'STANDARD'))));
  const [first] = numbers;
  if (first === undefined || numbers.some((number) => Number.isNaN(number))) return unknown(at, 'quota not understood');
  const rate = Math.min(...numbers) / 60;
  return { kind: 'known', value: { rate, burst: rate }, at, confidence: 'high', write: () => undefined };
}
