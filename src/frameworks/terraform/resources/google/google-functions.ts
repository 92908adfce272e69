import { firstGeneration } from '../../../../clouds/google/codecs.js';
import { plainFunction } from '../../../../clouds/plain/function.js';
import { type Codec, number, target, text } from '../../../../clouds/values/codec.js';
import { firstSaid, unwritable } from '../../../../clouds/values/writes.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import type { Literal } from '../../../../model/literal.js';
import { absent, fixed, none, type Setting } from '../../../../model/setting.js';
import { itemsOf, textOf, valueAt } from '../../../../model/value.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, setting } from '../cloud.js';
import { environmentIn, variableOf } from '../environment.js';
import type { Binding } from './bindings.js';
import { defaultAccountOf } from './default-accounts.js';
import { functionFields } from './function-fields.js';
import { type FunctionPaths, functionPaths } from './function-paths.js';
import { exclusionsOf, loggingOf } from './logging.js';

/** `256M`, `1Gi`, or a number of MiB. */
const mebibytes: Codec<number> = {
  read: (value) => {
    const [, amount, unit] = /^(\d+)(M|Mi|G|Gi)?$/.exec(textOf(value) ?? '') ?? [];
    if (amount === undefined) return undefined;
    return Number(amount) * (unit?.startsWith('G') === true ? 1024 : 1);
  },
  write: (word) => word,
};

export function googleFunctions(mapping: Mapping, bindings: readonly Binding[]): readonly ServerlessFunction[] {
  const bound = new Set(bindings.map(({ account }) => account));
  const exclusions = exclusionsOf(mapping);
  return declaredOf(mapping, functionFields).map((declared) =>
    functionOf(mapping, declared, {
      role: accountOf(declared, bound),
      logging: loggingOf(declared, exclusions),
    }),
  );
}

/** Its own account, or the platform's where the stack gives that one permissions. */
function accountOf(declared: Declared, bound: ReadonlySet<string | undefined>): Setting<string> {
  const own = unwritable<string, Literal, string>(setting(declared, pathsOf(declared).account, target));
  const usual = defaultAccountOf(declared.type);
  return own.kind === 'absent' && bound.has(usual) ? fixed(usual, declared.at) : own;
}

const nowhere: FunctionPaths = { concurrency: [], account: ['none'], variables: ['none'] };

function pathsOf({ type }: Declared): FunctionPaths {
  return functionPaths[type] ?? nowhere;
}

type Told = Pick<ServerlessFunction, 'role' | 'logging'>;

function functionOf(mapping: Mapping, declared: Declared, told: Told): ServerlessFunction {
  const { at, type } = declared;
  const { runtime, handler, timeout, memory, concurrency } = pathsOf(declared);
  const read = <T, W>(path: readonly string[] | undefined, codec: Codec<T, W>): Setting<T, W> =>
    path === undefined ? none(at) : setting(declared, path, codec);
  return plainFunction({
    ...declarationOf(declared),
    ...told,
    provider: 'google',
    runtime: read(runtime, type === 'google_cloudfunctions_function' ? firstGeneration : text),
    packaging: isRun(declared) ? 'image' : 'zip',
    handler: read(handler, text),
    ...environmentOf(mapping, declared),
    timeout: read(timeout, number),
    memory: read(memory, mebibytes),
    concurrency: firstSaid(absent(at), ...concurrency.map((path) => read(path, number))),
  });
}

function isRun({ type }: Declared): boolean {
  return type.startsWith('google_cloud_run');
}

function environmentOf(
  mapping: Mapping,
  declared: Declared,
): Pick<ServerlessFunction, 'environment' | 'environmentOpen'> {
  const { reading } = mapping;
  const variables = property(declared, ...pathsOf(declared).variables);
  if (!isRun(declared)) return environmentIn(variables, reading);
  const lists = itemsOf(variables).map((one) => valueAt(one, 'env'));
  const environment = lists.flatMap(itemsOf).flatMap((one) => {
    const [key, value] = [textOf(valueAt(one, 'name')), valueAt(one, 'value')];
    const keyAt = valueAt(one, 'name')?.at ?? one.at;
    return key === undefined || value === undefined ? [] : [variableOf({ key, keyAt, value }, reading)];
  });
  return {
    environment,
    environmentOpen: lists.some((list) => list !== undefined && (list.kind !== 'list' || list.open)),
  };
}
