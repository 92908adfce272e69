import type { ServerlessFunction } from '../../../../model/function.js';
import type { Literal } from '../../../../model/literal.js';
import { absent, fixed, type Setting } from '../../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../../model/value.js';
import { type Codec, number, target, text } from '../../../reading/codec.js';
import { plainFunction } from '../../../reading/plain-function.js';
import { firstSaid, unwritable } from '../../../reading/writes.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, setting } from '../cloud.js';
import { environmentIn, variableOf } from '../environment.js';
import type { Binding } from './bindings.js';
import { defaultAccountOf } from './default-accounts.js';
import { functionFields } from './function-fields.js';
import { exclusionsOf, loggingOf } from './logging.js';

interface Paths {
  readonly runtime: readonly string[];
  readonly handler: readonly string[];
  readonly timeout: readonly string[];
  readonly memory: readonly string[];
  /** The first that is said. */
  readonly concurrency: readonly (readonly string[])[];
  readonly account: readonly string[];
}

const nowhere = ['nothing'];
const paths: Readonly<Record<string, Paths>> = {
  google_cloudfunctions_function: {
    runtime: ['runtime'],
    handler: ['entry_point'],
    timeout: ['timeout'],
    memory: ['available_memory_mb'],
    concurrency: [['max_instances']],
    account: ['service_account_email'],
  },
  google_cloudfunctions2_function: {
    runtime: ['build_config', 'runtime'],
    handler: ['build_config', 'entry_point'],
    timeout: ['service_config', 'timeout_seconds'],
    memory: ['service_config', 'available_memory'],
    concurrency: [['service_config', 'max_instance_count']],
    account: ['service_config', 'service_account_email'],
  },
  google_cloud_run_v2_service: {
    runtime: nowhere,
    handler: nowhere,
    timeout: nowhere,
    memory: nowhere,
    concurrency: [
      ['template', 'scaling', 'max_instance_count'],
      ['scaling', 'max_instance_count'],
    ],
    account: ['template', 'service_account'],
  },
  google_cloud_run_service: {
    runtime: nowhere,
    handler: nowhere,
    timeout: ['template', 'spec', 'timeout_seconds'],
    memory: nowhere,
    concurrency: [
      ['template', 'metadata', 'annotations', 'autoscaling.knative.dev/maxScale'],
      ['metadata', 'annotations', 'run.googleapis.com/maxScale'],
    ],
    account: ['template', 'spec', 'service_account_name'],
  },
};

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

/** Its own account, or the platform's where the stack gives that one rights. */
function accountOf(declared: Declared, bound: ReadonlySet<string | undefined>): Setting<string> {
  const path = paths[declared.type]?.account ?? nowhere;
  const own = unwritable<string, Literal, string>(setting(declared, path, target));
  const usual = defaultAccountOf(declared.type);
  return own.kind === 'absent' && bound.has(usual) ? fixed(usual, declared.at) : own;
}

type Told = Pick<ServerlessFunction, 'role' | 'logging'>;

function functionOf(mapping: Mapping, declared: Declared, told: Told): ServerlessFunction {
  const { at } = declared;
  const place = paths[declared.type] ?? paths.google_cloudfunctions_function;
  const isRun = declared.type.startsWith('google_cloud_run');
  const read = <T, W>(path: readonly string[] | undefined, codec: Codec<T, W>): Setting<T, W> =>
    path === undefined || path === nowhere ? absent(at) : setting(declared, path, codec);
  return plainFunction({
    ...declarationOf(declared),
    ...told,
    provider: 'google',
    runtime: read(place?.runtime, text),
    packaging: isRun ? 'image' : 'zip',
    handler: read(place?.handler, text),
    ...environmentOf(mapping, declared),
    timeout: read(place?.timeout, number),
    memory: read(place?.memory, mebibytes),
    concurrency: firstSaid(absent(at), ...(place?.concurrency ?? []).map((path) => read(path, number))),
  });
}

function environmentOf(
  mapping: Mapping,
  declared: Declared,
): Pick<ServerlessFunction, 'environment' | 'environmentOpen'> {
  const { reading } = mapping;
  if (!declared.type.startsWith('google_cloud_run')) {
    const second = firstSaidMap(property(declared, 'service_config', 'environment_variables'));
    return environmentIn(second ?? property(declared, 'environment_variables'), reading);
  }
  const containers = itemsOf(
    property(declared, 'template', 'containers') ?? property(declared, 'template', 'spec', 'containers'),
  );
  const lists = containers.map((one) => valueAt(one, 'env'));
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

function firstSaidMap(value: Value | undefined): Value | undefined {
  return value?.kind === 'scalar' ? undefined : value;
}
