import type { ServerlessFunction } from '../../../model/function.js';
import type { Platform } from '../../../model/platform.js';
import { none } from '../../../model/setting.js';
import { textOf } from '../../../model/value.js';
import { platforms } from '../../plain/platforms.data.js';
import { block, type Codec, number, text, words } from '../../values/codec.js';
import { unwritable } from '../../values/writes.js';
import { declarationOf, type Mapping, property, setting } from '../mapping.js';
import { alarmWriter, errors } from '../operations/new-alarms.js';
import { anything, ownKey } from '../own-keys.js';
import type { Declared } from '../template.js';
import {
  archiveOf,
  builtAlone,
  builtFrom,
  codeRootOf,
  dockerfileOf,
  handlerOf,
  inlineCodeOf,
  narrowedOf,
  packagingOf,
} from './code.js';
import { environmentOf } from './environment.js';
import { failureTarget } from './failure.js';
import { concurrencyOf, durationOf } from './instances.js';
import { layersOf } from './layers.js';
import { logGroupOf, loggingOf } from './logging.js';
import { purposesOf } from './purpose.js';
import { functionTypes } from './reference.js';
import { roleOf } from './role.js';
import type { Surroundings } from './surroundings.js';
import { tracingOf } from './tracing.js';

/** The functions of a stack. */
export function mapFunctions(mapping: Mapping, surroundings: Surroundings): readonly ServerlessFunction[] {
  const purposes = purposesOf(mapping);
  return mapping
    .ofType(...functionTypes)
    .map((declared) => functionOf(mapping, declared, surroundings, purposes.get(declared.id)));
}

/** Instances of a capacity provider answer several requests at once. */
const managed: Platform = { ...platforms.aws, requests: 'several' };
const perTenant: Codec<boolean> = { read: (value) => textOf(value) === 'PER_TENANT', write: () => undefined };
const recursion = words({ Terminate: 'terminate', Allow: 'allow' } as const);

function functionOf(
  mapping: Mapping,
  declared: Declared,
  surroundings: Surroundings,
  purpose: ServerlessFunction['purpose'] = 'handler',
): ServerlessFunction {
  // What one has and another has not comes last: objects of one shape are made faster.
  return {
    ...declarationOf(declared),
    kind: 'function',
    provider: 'aws',
    platform: property(declared, 'CapacityProviderConfig') === undefined ? platforms.aws : managed,
    runtime: setting(declared, ['Runtime'], text),
    packaging: packagingOf(declared),
    handler: handlerOf(declared),
    codeRoot: codeRootOf(mapping, declared),
    role: unwritable(roleOf(mapping, declared)),
    timeout: setting(declared, ['Timeout'], number),
    memory: setting(declared, ['MemorySize'], number),
    concurrency: concurrencyOf(mapping, declared),
    tracing: tracingOf(mapping, declared, surroundings),
    logging: loggingOf(declared),
    logsFatalErrors: true,
    logsPerSecond: none(declared.at),
    logGroup: logGroupOf(mapping, declared, surroundings),
    onFailure: failureTarget(mapping, declared),
    recursiveLoop: setting(declared, ['RecursiveLoop'], recursion),
    layers: layersOf(mapping, declared),
    watch: alarmWriter(mapping, declared, errors),
    insideVpc: setting(declared, ['VpcConfig'], block),
    codeSigned: setting(declared, ['CodeSigningConfigArn'], anything),
    ownKey: ownKey(declared, 'KmsKeyArn'),
    oneTenant: setting(declared, ['TenancyConfig', 'TenantIsolationMode'], perTenant),
    ...gradualOf(declared),
    purpose,
    ...environmentOf(mapping, declared),
    ...durationOf(declared),
    ...builtOf(mapping, declared),
  };
}

/** Where the code of a function is, and how its package is made. */
function builtOf(mapping: Mapping, declared: Declared) {
  return {
    ...inlineCodeOf(declared),
    ...dockerfileOf(mapping, declared),
    ...builtAlone(declared),
    ...builtFrom(mapping, declared),
    ...archiveOf(declared),
    ...narrowedOf(declared),
  };
}

/** SAM alone says it where the function is declared. */
function gradualOf(declared: Declared): Pick<ServerlessFunction, 'gradual'> {
  const isSam = declared.type === 'AWS::Serverless::Function';
  return isSam ? { gradual: unwritable(setting(declared, ['DeploymentPreference', 'Type'], stepByStep)) } : {};
}

const stepByStep: Codec<boolean> = {
  read: (value) => {
    const type = textOf(value);
    return type === undefined ? undefined : type !== 'AllAtOnce';
  },
  write: () => undefined,
};
