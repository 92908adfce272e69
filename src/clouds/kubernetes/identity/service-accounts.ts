import type { Role } from '../../../model/identity.js';
import { type Setting, unknown } from '../../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { plainRole } from '../../plain/role.js';
import { text } from '../../values/codec.js';
import { settingOf } from '../../values/section.js';
import { mapSetting } from '../../values/writes.js';
import type { Cluster } from '../cluster.js';
import type { Serving } from '../knative/servings.js';
import { isOfGroup, type KubernetesObject, objectSection, resourceOf } from '../objects.js';
import { permissionsOf } from './role-rules.js';

/** The service accounts that workloads run as, with what the manifests let them do. Those of controllers are no matter here. */
export function rolesOf(cluster: Cluster, servings: readonly Serving[]): readonly Role[] {
  const bindings = cluster.objects.filter(isBinding);
  const names = new Set(bindings.flatMap(subjectsOf));
  return [...names].map((name) => roleOf(cluster, bindings, servings, name)).filter(({ users }) => users.length > 0);
}

function isBinding(object: KubernetesObject): boolean {
  return isOfGroup(object, 'rbac.authorization.k8s.io') && /^(?:Cluster)?RoleBinding$/.test(object.kind);
}

function subjectsOf({ root }: KubernetesObject): readonly string[] {
  return itemsOf(valueAt(root, 'subjects')).flatMap((subject) => {
    const isAccount = textOf(valueAt(subject, 'kind')) === 'ServiceAccount';
    const name = textOf(valueAt(subject, 'name'));
    return isAccount && name !== undefined ? [name] : [];
  });
}

function roleOf(
  cluster: Cluster,
  bindings: readonly KubernetesObject[],
  servings: readonly Serving[],
  name: string,
): Role {
  const own = bindings.filter((binding) => subjectsOf(binding).includes(name));
  const account = cluster.objects.find(({ kind, name: called }) => kind === 'ServiceAccount' && called === name);
  const declaring = account ?? own[0] ?? cluster.objects[0];
  const resource = declaring && resourceOf(declaring, accountId(name));
  const at = resource?.at ?? { path: cluster.folder, start: 0, end: 0 };
  return plainRole({
    ...(resource ?? { id: accountId(name), type: 'ServiceAccount', at, whole: at }),
    ...permissionsOf(cluster, own),
    open: true,
    users: servings.filter((serving) => accountNameOf(serving) === name).map(({ id }) => id),
  });
}

const accountPath = ['spec', 'template', 'spec', 'serviceAccountName'] as const;

function accountId(name: string): string {
  return `serviceaccount/${name}`;
}

/** The account a workload runs as; none named is the namespace's default one. */
function accountNameOf({ object, isCloudRun }: Serving): string | undefined {
  const written = valueAt(object.root, ...accountPath);
  if (written === undefined) return isOpen(object.root) || isCloudRun ? undefined : 'default';
  return textOf(written);
}

function isOpen(root: Value): boolean {
  const spec = valueAt(root, 'spec', 'template', 'spec');
  return spec?.kind !== 'map' || spec.open || entryOf(spec, 'serviceAccount') !== undefined;
}

/** The account of a workload as the id of its role, if the manifests say what it may do. */
export function roleSetting(cluster: Cluster, serving: Serving, roles: readonly Role[]): Setting<string> {
  const setting = settingOf(objectSection(serving.object, cluster.reading), [...accountPath], text);
  const role = roles.find(({ users }) => users.includes(serving.id));
  if (setting.kind === 'absent' && role !== undefined) {
    return { kind: 'known', value: role.id, at: serving.object.at, confidence: 'high', write: () => undefined };
  }
  if (setting.kind === 'known' && role === undefined) return unknown(setting.at, 'rights are bound elsewhere');
  return mapSetting(setting, () => role?.id);
}
