import type { Auth } from '../../../model/api.js';
import { type Setting, unknown } from '../../../model/setting.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import type { Cluster } from '../cluster.js';
import type { KubernetesObject } from '../objects.js';

/** Kinds that ask callers who they are before requests reach a service. */
const guards = new Set(['AuthorizationPolicy', 'RequestAuthentication', 'PeerAuthentication', 'AuthPolicy']);

/** Who may call is no matter of a Knative service; what stands before it is often not in the repository. */
export function callersOf(object: KubernetesObject, { objects }: Cluster): Setting<Auth> {
  const guarding = objects.filter(({ kind }) => guards.has(kind));
  const asking = guarding.find((guard) => isAbout(guard, object) && asksForTokens(guard));
  if (asking !== undefined) {
    const value: Auth = { kind: 'jwt', authorizer: asking.name };
    return { kind: 'known', value, at: asking.at, confidence: 'medium', write: () => undefined };
  }
  if (guarding.length > 0 || hasGuardMark(object)) return unknown(object.at, 'authorisation elsewhere');
  return { kind: 'known', value: { kind: 'none' }, at: object.at, confidence: 'low', write: () => undefined };
}

function hasGuardMark({ root }: KubernetesObject): boolean {
  const annotations = valueAt(root, 'metadata', 'annotations');
  if (annotations === undefined) return false;
  return annotations.kind !== 'map' || annotations.entries.some(({ key }) => /auth|oidc|jwt|policy/i.test(key));
}

/** Without a selector a policy holds for its whole namespace. */
function isAbout(guard: KubernetesObject, { name, namespace }: KubernetesObject): boolean {
  if (guard.kind !== 'AuthorizationPolicy' || guard.namespace !== namespace) return false;
  const labels = valueAt(guard.root, 'spec', 'selector', 'matchLabels');
  if (entryOf(valueAt(guard.root, 'spec'), 'selector') === undefined) return true;
  return ['serving.knative.dev/service', 'app'].some((label) => textOf(valueAt(labels, label)) === name);
}

/** Who comes without a token is turned away, or every rule that lets somebody in wants the principal of one. */
function asksForTokens({ root }: KubernetesObject): boolean {
  const rules = itemsOf(valueAt(root, 'spec', 'rules'));
  const action = textOf(valueAt(root, 'spec', 'action')) ?? 'ALLOW';
  if (action === 'DENY') {
    return rules.some((rule) => names(rule, 'notRequestPrincipals') && valueAt(rule, 'to') === undefined);
  }
  return action === 'ALLOW' && rules.length > 0 && rules.every((rule) => names(rule, 'requestPrincipals'));
}

function names(rule: Value, key: string): boolean {
  const sources = itemsOf(valueAt(rule, 'from'));
  return sources.length > 0 && sources.every((from) => valueAt(from, 'source', key) !== undefined);
}
