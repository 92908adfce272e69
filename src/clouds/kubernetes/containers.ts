import type { EnvironmentVariable, ServerlessFunction } from '../../model/function.js';
import { absent, type Setting, unknown } from '../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { type Codec, text } from '../values/codec.js';
import { settingOf } from '../values/section.js';
import { type KubernetesObject, objectSection } from './objects.js';

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

/** The containers under a path of an object's fields. */
export function containersOf(object: KubernetesObject, ...path: readonly string[]): readonly Value[] {
  return itemsOf(valueAt(object.root, ...path)).filter(({ kind }) => kind === 'map');
}

/** The environment variables of containers. What comes from ConfigMaps and Secrets is not seen here. */
export function environmentIn(containers: readonly Value[], reading: Reading): Environment {
  const lists = containers.map((container) => valueAt(container, 'env'));
  return {
    environment: lists.flatMap((list) => itemsOf(list).flatMap((item) => variableOf(item, reading))),
    environmentOpen: containers.some(isOpen),
  };
}

function isOpen(container: Value): boolean {
  const list = valueAt(container, 'env');
  if (entryOf(container, 'envFrom') !== undefined || (container.kind === 'map' && container.open)) return true;
  return list !== undefined && (list.kind !== 'list' || list.open);
}

function variableOf(item: Value, reading: Reading): readonly EnvironmentVariable[] {
  const named = entryOf(item, 'name');
  const name = textOf(named?.value);
  if (named === undefined || name === undefined) return [];
  return [{ name, nameAt: named.value.at, value: literalOf(item, named.value, reading) }];
}

function literalOf(item: Value, named: Value, reading: Reading): Setting<string> {
  const value = valueAt(item, 'value');
  if (value === undefined) {
    const from = valueAt(item, 'valueFrom');
    return from === undefined ? absent(named.at) : unknown(from.at, 'taken from elsewhere');
  }
  if (value.kind === 'scalar' && value.value === null) return absent(named.at);
  return settingOf({ map: value, at: value.at, reading }, [], text);
}

const units = new Map([
  ['', 1],
  ['k', 1e3],
  ['m', 1e6],
  ['g', 1e9],
  ['ki', 1024],
  ['mi', 1024 ** 2],
  ['gi', 1024 ** 3],
]);

/** Quantities of memory in MiB. */
export const memory: Codec<number> = {
  read: (value) => {
    const [, amount, unit = ''] = /^(\d+(?:\.\d+)?)([kKmMgG]?i?)$/.exec(textOf(value)?.trim() ?? '') ?? [];
    const bytes = units.get(unit.toLowerCase());
    return amount === undefined || bytes === undefined ? undefined : (Number(amount) * bytes) / 1024 ** 2;
  },
  write: (word) => `${Math.round(word)}Mi`,
};

/** The memory limit of the first container. */
export function memoryOf(object: KubernetesObject, containers: readonly Value[], reading: Reading): Setting<number> {
  const [first] = containers;
  if (first === undefined) return unknown(object.at, 'no container');
  return settingOf({ ...objectSection(object, reading), map: first }, ['resources', 'limits', 'memory'], memory);
}
