import { environmentIn } from '../../../clouds/kubernetes/containers.js';
import { type KubernetesObject, objectSection, resourceOf } from '../../../clouds/kubernetes/objects.js';
import { plainFunction } from '../../../clouds/plain/function.js';
import { tracingBy } from '../../../clouds/plain/telemetry.js';
import { type Codec, number, text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { absent, fixed, none, type Setting, unknown } from '../../../model/setting.js';
import { itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Reading } from '../../../notation/writer.js';
import { roleId } from './identities.js';
import { accountName } from './objects.js';

interface Paths {
  readonly runtime?: readonly string[];
  readonly handler?: readonly string[];
  readonly concurrency: readonly string[];
  readonly account: readonly string[];
  readonly variables?: readonly string[];
}

const paths: Readonly<Record<string, Paths>> = {
  CloudFunctionsFunction: {
    runtime: ['runtime'],
    handler: ['entryPoint'],
    concurrency: ['maxInstances'],
    account: ['serviceAccountRef'],
    variables: ['environmentVariables'],
  },
  CloudFunctions2Function: {
    runtime: ['buildConfig', 'runtime'],
    handler: ['buildConfig', 'entryPoint'],
    concurrency: ['serviceConfig', 'maxInstanceCount'],
    account: ['serviceConfig', 'serviceAccountRef'],
    variables: ['serviceConfig', 'environmentVariables'],
  },
  RunService: { concurrency: ['template', 'scaling', 'maxInstanceCount'], account: ['template', 'serviceAccountRef'] },
};

/** The name of the service account that a function runs as, if it says one. */
export function accountOf({ kind, root }: KubernetesObject): string | undefined {
  const reference = valueAt(root, 'spec', ...(paths[kind]?.account ?? []));
  return textOf(valueAt(reference, 'name')) ?? accountName(textOf(valueAt(reference, 'external')));
}

/** A function or service as a function of the model. `accounts`: those whose permissions the manifests tell. */
export function connectorFunction(
  object: KubernetesObject,
  accounts: ReadonlySet<string>,
  reading: Reading,
): ServerlessFunction {
  const { at, kind, name } = object;
  const place = paths[kind];
  const section = objectSection(object, reading);
  const read = <T, W>(path: readonly string[] | undefined, codec: Codec<T, W>): Setting<T, W> =>
    path === undefined ? none(at) : settingOf(section, ['spec', ...path], codec);
  const variables = variablesOf(object, place, reading);
  return plainFunction({
    ...resourceOf(object, name),
    provider: 'google',
    runtime: read(place?.runtime, text),
    packaging: kind === 'RunService' ? 'image' : 'zip',
    handler: read(place?.handler, text),
    role: roleOf(object, place, accounts),
    ...variables,
    concurrency: read(place?.concurrency, number),
    tracing: tracingBy(variables.environment, at),
  });
}

function roleOf(object: KubernetesObject, place: Paths | undefined, accounts: ReadonlySet<string>): Setting<string> {
  const written = valueAt(object.root, 'spec', ...(place?.account ?? []));
  if (written === undefined) return absent(object.at);
  const account = accountOf(object);
  if (account === undefined || !accounts.has(account)) return unknown(written.at, 'rights are bound elsewhere');
  return fixed(roleId(account), written.at);
}

type Environment = Pick<ServerlessFunction, 'environment' | 'environmentOpen'>;

function variablesOf({ root, kind }: KubernetesObject, place: Paths | undefined, reading: Reading): Environment {
  if (kind === 'RunService') return environmentIn(itemsOf(valueAt(root, 'spec', 'template', 'containers')), reading);
  const map: Value | undefined = valueAt(root, 'spec', ...(place?.variables ?? []));
  if (map?.kind !== 'map') return { environment: [], environmentOpen: map !== undefined };
  const environment = map.entries.map(({ key, keyAt, value }) => {
    return { name: key, nameAt: keyAt, value: settingOf<string, string>({ map: value, at: keyAt, reading }, [], text) };
  });
  return { environment, environmentOpen: map.open };
}
