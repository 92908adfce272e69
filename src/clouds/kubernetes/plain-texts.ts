import type { Model, NamedText } from '../../model/model.js';
import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';
import { text } from '../values/codec.js';
import { settingOf } from '../values/section.js';
import type { Cluster } from './cluster.js';
import type { KubernetesObject } from './objects.js';

/** What Secrets and ConfigMaps hold in plain text, or in an encoding that hides nothing. */
export function textsOf({ objects, reading }: Cluster): NonNullable<Model['texts']> {
  return objects
    .filter(isHolder)
    .flatMap((object) => [
      ...plainTexts(object, 'stringData', reading),
      ...(object.kind === 'ConfigMap' ? plainTexts(object, 'data', reading) : encodedTexts(object)),
    ]);
}

function isHolder({ apiVersion, kind }: KubernetesObject): boolean {
  return apiVersion === 'v1' && (kind === 'Secret' || kind === 'ConfigMap');
}

function ownerOf({ kind, name }: KubernetesObject): string {
  return `${kind.toLowerCase()}/${name}`;
}

function plainTexts(object: KubernetesObject, key: string, reading: Cluster['reading']): readonly NamedText[] {
  return entriesOf(valueAt(object.root, key)).map((entry) => ({
    owner: ownerOf(object),
    name: entry.key,
    value: settingOf({ map: entry.value, at: entry.keyAt, reading }, [], text),
  }));
}

const longest = 20_000;

function encodedTexts(object: KubernetesObject): readonly NamedText[] {
  return entriesOf(entryOf(object.root, 'data')?.value).flatMap(({ key, value }) => {
    const decoded = decode(textOf(value) ?? '');
    if (decoded === undefined) return [];
    const { at } = value;
    return [
      {
        owner: ownerOf(object),
        name: key,
        value: { kind: 'known', value: decoded, at, confidence: 'high', write: () => undefined },
      } as const,
    ];
  });
}

function decode(written: string): string | undefined {
  const compact = written.replace(/\s/g, '');
  if (compact.length === 0 || compact.length > longest || !/^[A-Za-z0-9+/]+={0,2}$/.test(compact)) return undefined;
  const decoded = Buffer.from(compact, 'base64').toString('utf8');
  return decoded.includes('\uFFFD') ? undefined : decoded;
}

function entriesOf(value: Value | undefined) {
  return value?.kind === 'map' ? value.entries : [];
}
