import type { Auth } from '../../../model/api.js';
import type { MaintenanceAccess } from '../../../model/maintenance.js';
import { known, type Setting, unknown } from '../../../model/setting.js';
import type { Span } from '../../../model/span.js';
import { itemsOf, textOf, valueAt } from '../../../model/value.js';
import { mapped, text, words } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { mapSetting, withWrite } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import { isOfGroup, type KubernetesObject, objectSection, resourceOf } from '../objects.js';

type Mode = 'allow-all' | 'deny-all' | 'allow-same-namespace';

/**
 * What a cluster asks of those who send events. Event policies and the mode hold only where senders are authenticated,
 * which they are not by default (https://knative.dev/docs/eventing/features/authorization/, read 2026-11-27).
 */
interface Features {
  readonly object: KubernetesObject;
  readonly authenticated: Setting<boolean>;
  readonly mode: Setting<Mode>;
}

const authentication = mapped(
  text,
  (written) => ({ enabled: true, disabled: false })[written.toLowerCase()],
  (on: boolean) => (on ? 'enabled' : 'disabled'),
);

const modes = words<Mode>({
  'allow-all': 'allow-all',
  'deny-all': 'deny-all',
  'allow-same-namespace': 'allow-same-namespace',
});

/** The features of the cluster, where the manifests set them: as a map of settings, or by the operator. */
function featuresOf({ objects, reading }: Cluster): Features | undefined {
  for (const object of objects) {
    const path = placeOf(object);
    if (path === undefined) continue;
    const section = objectSection(object, reading);
    const authenticated = settingOf(section, [...path, 'authentication-oidc'], authentication);
    return { object, authenticated, mode: settingOf(section, [...path, 'default-authorization-mode'], modes) };
  }
  return undefined;
}

function placeOf(object: KubernetesObject): readonly string[] | undefined {
  if (object.kind === 'ConfigMap' && object.name === 'config-features') return ['data'];
  return object.kind === 'KnativeEventing' && isOfGroup(object, 'operator.knative.dev')
    ? ['spec', 'config', 'features']
    : undefined;
}

function policiesOf({ objects }: Cluster): readonly KubernetesObject[] {
  return objects.filter((object) => object.kind === 'EventPolicy' && isOfGroup(object, 'eventing.knative.dev'));
}

/** A policy without receivers holds for its whole namespace; which objects a selector means is not looked up. */
function guards(policy: KubernetesObject, broker: string | undefined): boolean {
  const receivers = itemsOf(valueAt(policy.root, 'spec', 'to'));
  const names = receivers.map((receiver) => textOf(valueAt(receiver, 'ref', 'name')));
  return receivers.length === 0 || broker === undefined || names.some((name) => name === undefined || name === broker);
}

/** Who may send events to a broker; the line is the one that lets everybody do so. */
export function sendersOf(cluster: Cluster, broker: string | undefined, at: Span): Setting<Auth> {
  const features = featuresOf(cluster);
  const policy = policiesOf(cluster).find((candidate) => guards(candidate, broker));
  if (features === undefined) {
    return policy === undefined ? everyone(at, 'medium') : unknown(policy.at, 'whether policies hold is set elsewhere');
  }
  const { authenticated, mode } = features;
  if (authenticated.kind === 'unknown') return authenticated;
  if (known(authenticated) !== true) return everyone(at, 'high');
  if (policy === undefined && known(mode) === 'allow-all') return everyone(at, 'high');
  const value: Auth = { kind: 'jwt', ...(policy && { authorizer: policy.name }) };
  return { kind: 'known', value, at, confidence: 'medium', write: () => undefined };
}

function everyone(at: Span, confidence: 'high' | 'medium'): Setting<Auth> {
  return { kind: 'known', value: { kind: 'none' }, at, confidence, write: () => undefined };
}

/** Brokers and channels that take events from everyone in the cluster though the manifests speak of senders. */
export function openToSenders(cluster: Cluster): readonly MaintenanceAccess[] {
  const features = featuresOf(cluster);
  if (features === undefined) return [];
  const { object, authenticated, mode } = features;
  const config = resourceOf(object, `${object.kind.toLowerCase()}/${object.name}`);
  if (known(authenticated) === true) {
    const all = mapSetting<Mode, boolean, Mode>(mode, (written) => written === 'allow-all');
    const open = withWrite<boolean, Mode, boolean>(
      all,
      (write) => (on) => write(on ? 'allow-all' : 'allow-same-namespace'),
    );
    return [{ owner: config, access: 'senders', name: 'default-authorization-mode', open }];
  }
  const off = mapSetting<boolean, boolean, boolean>(authenticated, (on) => !on);
  const open = withWrite<boolean, boolean, boolean>(off, (write) => (on) => write(!on));
  return policiesOf(cluster).map((policy) => {
    const owner = resourceOf(policy, `eventpolicy/${policy.name}`);
    return { owner, access: 'event-policy', name: 'policy', open, byDefault: true as const };
  });
}
