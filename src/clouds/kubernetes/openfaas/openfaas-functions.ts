import type { EnvironmentVariable, ServerlessFunction } from '../../../model/function.js';
import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { absent, type Setting, unknown } from '../../../model/setting.js';
import { type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { tracingBy } from '../../plain/telemetry.js';
import { type Codec, text } from '../../values/codec.js';
import { type Section, settingOf } from '../../values/section.js';
import { memory } from '../containers.js';
import { limitInText } from '../instances.js';
import type { OpenFaasStack } from './openfaas-stack.js';

/** The functions of a stack. */
export function functionsOf(stack: OpenFaasStack): readonly ServerlessFunction[] {
  return stack.functions.map((entry) => functionOf(stack, { ...entry, value: stack.evaluated(entry.value) }));
}

function functionOf(stack: OpenFaasStack, { key, keyAt, value }: MapEntry): ServerlessFunction {
  const { reading } = stack;
  const section: Section = { map: value, at: keyAt, reading };
  const variables = environmentOf(stack, value);
  const at = keyAt;
  return plainFunction({
    id: key,
    type: 'function',
    at,
    whole: { ...at, end: Math.max(at.end, value.at.end) },
    provider: 'openfaas',
    packaging: 'image',
    handler: settingOf(section, ['handler'], text),
    codeRoot: codeRootOf(stack.path, value),
    role: unknown(at, 'service account elsewhere'),
    ...variables,
    timeout: timeoutOf(value, section),
    memory: settingOf(section, ['limits', 'memory'], memory),
    concurrency: settingOf(section, ['labels', 'com.openfaas.scale.max'], limitInText),
    tracing: tracingBy(variables.environment, at),
  });
}

function environmentOf(stack: OpenFaasStack, fn: Value): Pick<ServerlessFunction, 'environment' | 'environmentOpen'> {
  const own = valueAt(fn, 'environment');
  const shared = stack.variablesOf(fn);
  const entries = [...(shared ?? []), ...(own?.kind === 'map' ? own.entries : [])];
  const byName = new Map(entries.map((entry) => [entry.key, entry]));
  return {
    environment: [...byName.values()].map((entry) => variableOf(entry, stack)),
    environmentOpen: shared === undefined || (own !== undefined && (own.kind !== 'map' || own.open)),
  };
}

function variableOf({ key, keyAt, value }: MapEntry, { reading }: OpenFaasStack): EnvironmentVariable {
  return { name: key, nameAt: keyAt, value: settingOf({ map: value, at: keyAt, reading }, [], text) };
}

/** The folder that a function is built from; those without a template are images that already exist. */
function codeRootOf(path: string, fn: Value): string | undefined {
  const written = textOf(valueAt(fn, 'handler'));
  if (written === undefined || textOf(valueAt(fn, 'skip_build')) === 'true') return undefined;
  const found = localPath(folderOf(path), written);
  return typeof found === 'object' && found.path !== '' ? found.path : undefined;
}

const duration: Codec<number> = {
  read: (value) => {
    const [, amount, unit = 's'] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(textOf(value)?.trim() ?? '') ?? [];
    return amount === undefined ? undefined : Number(amount) * (seconds.get(unit) ?? 1);
  },
  write: (word) => `${word}s`,
};

const seconds = new Map([
  ['ms', 0.001],
  ['s', 1],
  ['m', 60],
  ['h', 3600],
]);

function timeoutOf(fn: Value, section: Section): Setting<number> {
  const isSaid = valueAt(fn, 'environment', 'exec_timeout') !== undefined;
  return isSaid ? settingOf(section, ['environment', 'exec_timeout'], duration) : absent(section.at);
}
