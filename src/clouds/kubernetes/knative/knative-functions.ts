import type { ServerlessFunction } from '../../../model/function.js';
import { fixed, none, type Setting, unknown } from '../../../model/setting.js';
import { entryOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainFunction } from '../../plain/function.js';
import { tracingBy } from '../../plain/telemetry.js';
import { number } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { unwritable } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { containersOf, environmentIn, memoryOf } from '../containers.js';
import { type KubernetesObject, objectSection, resourceOf } from '../objects.js';
import { concurrencyOf } from './scale.js';
import type { Serving } from './servings.js';

const template = ['spec', 'template'];

/** The workload as a function. `role` is what its service account stands for. */
export function functionOf(serving: Serving, role: Setting<string>, cluster: Cluster): ServerlessFunction {
  const { reading } = cluster;
  const { id, object, isCloudRun } = serving;
  const { at } = object;
  const containers = containersOf(object, ...template, 'spec', 'containers');
  const variables = environmentIn(containers, reading);
  const section = objectSection(object, reading);
  return plainFunction({
    ...resourceOf(object, id),
    provider: isCloudRun ? 'google' : 'knative',
    packaging: 'image',
    role: unwritable(role),
    runsAs: runsAs(serving, role, cluster),
    ...variables,
    timeout: settingOf(section, [...template, 'spec', 'timeoutSeconds'], number),
    memory: memoryOf(object, containers, reading),
    concurrency: concurrencyOf(serving, cluster),
    tracing: tracingBy(variables.environment, at),
  });
}

/** Whatever names no account shares the namespace's default one, which matters where permissions are bound to it and its token is there. */
function runsAs(
  { object, isCloudRun }: Serving,
  role: Setting<string>,
  cluster: Cluster,
): NonNullable<ServerlessFunction['runsAs']> {
  const spec = valueAt(object.root, ...template, 'spec');
  const isNamed = spec?.kind !== 'map' || spec.open || entryOf(spec, 'serviceAccountName') !== undefined;
  if (isCloudRun) return isNamed ? unknown(object.at, 'account') : fixed<'shared', 'own'>('shared', object.at);
  const isDefault = role.kind === 'known' && /(?:^|\/)default$/.test(role.value);
  if (!isDefault) return unknown(object.at, 'account');
  return hasToken(spec, object, cluster) ? fixed<'shared', 'own'>('shared', role.at) : none(role.at);
}

/** A workload has the token of its account unless it, or else the account, says otherwise. */
function hasToken(spec: Value | undefined, { namespace }: KubernetesObject, { objects }: Cluster): boolean {
  const account = objects.find(
    (one) => one.kind === 'ServiceAccount' && one.name === 'default' && one.namespace === namespace,
  );
  const said = textOf(valueAt(spec, mounting)) ?? textOf(account && valueAt(account.root, mounting));
  return said !== 'false';
}

const mounting = 'automountServiceAccountToken';
