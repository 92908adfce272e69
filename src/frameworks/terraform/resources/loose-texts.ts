import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import { isSecretName } from '../../../facts/secrets/names.js';
import { credentialIn } from '../../../facts/secrets/secrets.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { NamedText } from '../../../model/model.js';
import type { Setting } from '../../../model/setting.js';
import type { MapEntry, MapValue, Value } from '../../../model/value.js';
import type { Block } from '../../../notation/hcl/block.js';
import type { Reading } from '../../../notation/writer.js';
import { evaluateBody } from '../evaluate/bodies.js';
import type { Expanded } from '../evaluate/modules.js';
import type { Scope } from '../evaluate/scope.js';
import type { EvaluatedStack } from '../evaluate/stack.js';
import { providersOf } from './providers.js';

const deepest = 10;

/**
 * Secrets in providers, and credentials in what no other table reads: other resources, and calls of remote modules.
 * Variables of functions are judged with them.
 */
export function looseTexts(
  stack: EvaluatedStack,
  isRead: (type: string) => boolean,
  functions: readonly ServerlessFunction[],
  writing: Reading,
): readonly NamedText[] {
  const reading = { ...writing, unresolved: [] };
  const holdsCredential = ({ at }: Block) =>
    credentialIn(stack.session.textOf(at.path).slice(at.start, at.end)) !== undefined;
  const judged = new Set(functions.flatMap(({ environment }) => environment.map(({ value }) => placeOf(value))));
  const texts = stack.expanded.flatMap((expanded) => [
    ...providersOf(expanded).flatMap(({ owner, body }) => textsIn(body, { owner, reading, counts: isSecretEntry })),
    ...othersOf(expanded, isRead)
      .filter(({ block }) => holdsCredential(block))
      .flatMap(({ id, block, scope }) =>
        textsIn(evaluateBody(block.body, scope, block.headAt), { owner: id, reading, counts: isCredential }),
      ),
  ]);
  return texts.filter(({ value }) => !judged.has(placeOf(value)));
}

function placeOf({ at: { path, start } }: Setting<string>): string {
  return `${path} ${start}`;
}

interface Other {
  readonly id: string;
  readonly block: Block;
  readonly scope: Scope;
}

function othersOf({ instances, calls }: Expanded, isRead: (type: string) => boolean): readonly Other[] {
  return [...instances.filter(({ type }) => !isRead(type)), ...calls.filter(({ inner }) => inner === undefined)];
}

interface Search {
  readonly owner: string;
  readonly reading: Reading;
  readonly counts: (entry: MapEntry) => boolean;
}

function textsIn(root: MapValue, { owner, reading, counts }: Search): readonly NamedText[] {
  const found: NamedText[] = [];
  const waiting: { readonly value: Value; readonly path: readonly string[] }[] = [{ value: root, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path } = next;
    if (path.length > deepest) continue;
    if (value.kind === 'list') {
      for (const [index, item] of value.items.entries()) waiting.push({ value: item, path: [...path, String(index)] });
    }
    for (const entry of value.kind === 'map' ? value.entries : []) {
      const own = [...path, entry.key];
      if (entry.value.kind !== 'scalar') waiting.push({ value: entry.value, path: own });
      else if (counts(entry)) {
        const read = settingOf<string, string>({ map: entry.value, at: entry.keyAt, reading }, [], text);
        found.push({ owner, name: own.join('.'), value: read });
      }
    }
  }
  return found;
}

function isCredential({ value }: MapEntry): boolean {
  return value.kind === 'scalar' && typeof value.value === 'string' && credentialIn(value.value) !== undefined;
}

function isSecretEntry(entry: MapEntry): boolean {
  return isSecretName(entry.key) || isCredential(entry);
}
