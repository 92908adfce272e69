import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { termOf } from '../../values/terms.js';
import { type Declared, property } from '../google-stack.js';
import { isRun, pathsOf } from './function-paths.js';

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

/** The variables of a function, in a map, or of the containers of a service, in lists of names and values. */
export function environmentOf(declared: Declared): Environment {
  const variables = property(declared, ...pathsOf(declared).variables);
  if (isRun(declared)) return ofContainers(declared, itemsOf(variables));
  const entries = variables?.kind === 'map' ? variables.entries : [];
  return {
    environment: entries.map(({ key, keyAt, value }) => variableOf(declared, { name: key, nameAt: keyAt }, value)),
    environmentOpen: isOpen(variables, 'map'),
  };
}

function ofContainers(declared: Declared, containers: readonly Value[]): Environment {
  const lists = containers.map((container) => valueAt(container, 'env'));
  const environment = lists.flatMap(itemsOf).flatMap((item) => {
    const named = valueAt(item, 'name');
    const [name, value] = [textOf(named), valueAt(item, 'value')];
    return name === undefined || named === undefined || value === undefined
      ? []
      : [variableOf(declared, { name, nameAt: named.at }, value)];
  });
  return { environment, environmentOpen: lists.some((list) => isOpen(list, 'list')) };
}

/** There may be more than can be read. */
function isOpen(value: Value | undefined, kind: 'map' | 'list'): boolean {
  if (value === undefined) return false;
  return value.kind !== kind || ((value.kind === 'map' || value.kind === 'list') && value.open);
}

function variableOf(
  { properties }: Declared,
  named: Pick<EnvironmentVariable, 'name' | 'nameAt'>,
  value: Value,
): EnvironmentVariable {
  const to = termOf(value)?.to;
  const isLiteral = value.kind !== 'reference' && value.kind !== 'pattern';
  // That a variable is no literal is not counted as unresolved.
  const reading = { ...properties.reading, unresolved: [] };
  const read: Setting<string> = isLiteral
    ? settingOf<string, string>({ map: value, at: value.at, reading }, [], text)
    : unknown(value.at, 'reference');
  return { ...named, value: read, ...(to !== undefined && { to }) };
}
