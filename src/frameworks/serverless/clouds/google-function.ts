import { mapGoogle } from '../../../clouds/google/google-model.js';
import type { Declared } from '../../../clouds/google/google-stack.js';
import { layered } from '../../../clouds/values/made.js';
import { type Renaming, renamed } from '../../../clouds/values/renaming.js';
import type { Section } from '../../../clouds/values/section.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Literal } from '../../../model/literal.js';
import { folderOf } from '../../../model/path.js';
import { entryOf, isNull, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import { googleDefaults } from '../defaults.data.js';
import type { ConfiguredFunction, Service } from '../service/service.js';
import { orDefault } from '../service/settings.js';

/** What the plugin hands to the API of Cloud Functions of the first generation, by the API's names. */
const fields: Renaming = {
  runtime: { key: 'runtime', read: (value) => reworded(value, (word) => word.replace(/\.x$/, '')) },
  entryPoint: { key: 'handler' },
  serviceAccountEmail: { key: 'serviceAccountEmail' },
  timeout: {
    key: 'timeout',
    read: inSeconds,
    write: (seconds: Literal) => (typeof seconds === 'number' ? `${seconds}s` : undefined),
  },
  availableMemoryMb: { key: 'memorySize' },
  maxInstances: { key: 'maxInstances' },
  environmentVariables: { key: 'environment' },
};

/** What the provider says for all functions that do not say it themselves. */
const shared: ReadonlySet<string> = new Set(['runtime', 'serviceAccountEmail', 'timeout', 'memorySize']);

function reworded(value: Value, word: (written: string) => string): Value {
  const written = textOf(value);
  return value.kind === 'scalar' && written !== undefined ? { ...value, value: word(written) } : value;
}

/** `60s`. */
function inSeconds(value: Value): Value {
  const { at } = value;
  const seconds = /^(\d{1,5})s$/.exec(textOf(value) ?? '')?.[1];
  if (value.kind !== 'scalar' || value.value === null) return value;
  return seconds === undefined ? { kind: 'unknown', at, because: 'not understood' } : { ...value, value: seconds };
}

/** A function on Google Cloud; without an account it runs as the platform's. */
export function googleFunction(service: Service, fn: ConfiguredFunction): readonly ServerlessFunction[] {
  const { id, at, whole } = fn;
  const declared: Declared = {
    ...{ id, type: 'function', at, whole },
    asset: 'cloudfunctions.googleapis.com/CloudFunction',
    properties: renamed(withShared(service, fn), fields),
  };
  const { functions } = mapGoogle({ resources: [declared], bindings: [], open: true });
  return functions.map((mapped) => ({
    ...mapped,
    codeRoot: folderOf(service.path) || '.',
    environmentOpen: true,
    timeout: orDefault(mapped.timeout, googleDefaults.timeout),
    memory: orDefault(mapped.memory, googleDefaults.memory),
  }));
}

/** The settings of a function with the provider's under them. */
function withShared({ provider }: Service, { section, at }: ConfiguredFunction): Section {
  const { map } = section;
  if (map?.kind !== 'map') return section;
  const isSaid = (key: string) => map.open || !isNull(entryOf(map, key)?.value ?? nothing(at));
  const own = map.entries.filter(({ key }) => key !== 'environment' && (isSaid(key) || !shared.has(key)));
  const inherited = [...shared].filter((key) => !isSaid(key)).flatMap((key) => providedBy(provider, key));
  const variables = layered(at, valueAt(provider.map, 'environment'), valueAt(map, 'environment'));
  const environment = variables === undefined ? [] : [{ key: 'environment', keyAt: at, value: variables }];
  return { ...section, map: { ...map, entries: [...own, ...inherited, ...environment] } };
}

function nothing(at: Value['at']): Value {
  return { kind: 'scalar', value: null, at };
}

function providedBy({ map }: Section, key: string): readonly MapEntry[] {
  const found = entryOf(map, key);
  if (found !== undefined) return isNull(found.value) ? [] : [found];
  const isOpen = map !== undefined && (map.kind !== 'map' || map.open) && !isNull(map);
  return isOpen ? [{ key, keyAt: map.at, value: { kind: 'unknown', at: map.at, because: 'open container' } }] : [];
}
