import type { Route, Throttle } from '../../../model/api.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';

/** A backend is named, or the address is one of Google's. */
export function isServed(root: Value): boolean {
  const served = ['x-google-backend', 'x-google-endpoints', 'x-google-management', 'x-google-api-management'];
  if (served.some((key) => entryOf(root, key) !== undefined)) return true;
  if (/\.(?:cloud\.goog|appspot\.com|run\.app|gateway\.dev)$/.test(textOf(valueAt(root, 'host')) ?? '')) return true;
  const paths = valuesOf(valueAt(root, 'paths'));
  return [...paths, ...paths.flatMap(valuesOf)].some((part) => entryOf(part, 'x-google-backend') !== undefined);
}

function valuesOf(map: Value | undefined): readonly Value[] {
  return map?.kind === 'map' ? map.entries.map(({ value }) => value) : [];
}

/** The address to which a route hands requests: its own, its path's or the document's; OpenAPI 3 names backends. */
export function backendOf(root: Value, { path, method }: Route): string {
  const item = valueAt(root, 'paths', path);
  const owners = [valueAt(item, method.toLowerCase()), item, root];
  const backend = owners.flatMap((owner) => entryOf(owner, 'x-google-backend')?.value ?? [])[0];
  const backends = valueAt(root, 'x-google-api-management', 'backends');
  const named = textOf(backend) === undefined ? backend : valueAt(backends, textOf(backend) ?? '');
  return textOf(valueAt(named, 'address')) ?? '';
}

/** The strictest quota of the document; the platform counts by the minute. */
export function quotaOf(root: Value, path: string): Setting<Throttle> {
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
