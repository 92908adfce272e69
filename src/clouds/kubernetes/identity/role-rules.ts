import type { Grant, NamedPolicy, Terms } from '../../../model/identity.js';
import type { Term } from '../../../model/resource.js';
import { entryOf, itemsOf, textOf, type Value, valueAt } from '../../../model/value.js';
import { termsOf } from '../../values/terms.js';
import type { Cluster } from '../cluster.js';
import type { KubernetesObject } from '../objects.js';

interface Permissions {
  readonly grants: readonly Grant[];
  readonly named: readonly NamedPolicy[];
}

/** What bindings give: the rules of roles in the manifests, and roles that are elsewhere by their name. */
export function permissionsOf(cluster: Cluster, bindings: readonly KubernetesObject[]): Permissions {
  const found = bindings.map((binding) => {
    const kind = textOf(valueAt(binding.root, 'roleRef', 'kind'));
    const named = entryOf(valueAt(binding.root, 'roleRef'), 'name');
    const name = textOf(named?.value);
    const role = cluster.objects.find((object) => object.kind === kind && object.name === name);
    if (role !== undefined) return { grants: grantsOf(cluster, role), named: [] };
    return { grants: [], named: name === undefined || !named ? [] : [namedOf(binding, name, named.value)] };
  });
  return { grants: found.flatMap(({ grants }) => grants), named: found.flatMap(({ named }) => named) };
}

/** A binding in one namespace gives a cluster role there only. */
function namedOf({ kind }: KubernetesObject, name: string, { at }: Value): NamedPolicy {
  return { name, at, scope: kind === 'ClusterRoleBinding' ? 'project' : 'resource' };
}

function grantsOf({ reading }: Cluster, role: KubernetesObject): readonly Grant[] {
  return itemsOf(valueAt(role.root, 'rules')).flatMap((rule, index) => {
    if (rule.kind !== 'map') return [];
    const owner = { at: rule.at, reading };
    const verbs = termsOf(valueAt(rule, 'verbs'), owner);
    const kinds = kindsOf(rule, owner);
    const names = valueAt(rule, 'resourceNames');
    const limited = names === undefined ? undefined : termsOf(names, owner);
    return [
      {
        id: `${role.kind.toLowerCase()}/${role.name}#${index}`,
        at: rule.at,
        effect: 'allow',
        actions: actionsOf(verbs, kinds),
        notActions: undefined,
        resources: limited === undefined ? everywhere(kinds) : { ...limited, terms: limited.terms.map(asName) },
        notResources: undefined,
        conditions: [],
        conditionsOpen: rule.open,
        origin: 'statement',
      },
    ];
  });
}

/** Kinds of objects; all kinds of one group are written with it: `*.apps`. */
function kindsOf(rule: Value, owner: Parameters<typeof termsOf>[1]): Terms {
  const kinds = termsOf(valueAt(rule, 'resources'), owner);
  const groups = termsOf(valueAt(rule, 'apiGroups'), owner);
  const isWide = groups.open || groups.terms.some(({ text }) => text === '*' || text === '');
  if (isWide || groups.terms.length === 0) return kinds;
  const terms = kinds.terms.flatMap((kind) =>
    kind.text === '*' ? groups.terms.map(({ text }) => ({ ...kind, text: `*.${text}` })) : [kind],
  );
  return { ...kinds, terms };
}

const mostActions = 200;

/** Verbs on kinds of objects as actions of one service; all of both are everything. */
function actionsOf(verbs: Terms, kinds: Terms): Terms {
  const all = verbs.terms.find(({ text }) => text === '*');
  const terms =
    all !== undefined && kinds.terms.some(({ text }) => text === '*')
      ? [all]
      : kinds.terms.flatMap((kind) => verbs.terms.map((verb) => actionOf(verb, kind)));
  return { ...verbs, terms: terms.slice(0, mostActions), open: verbs.open || kinds.open, write: () => undefined };
}

function actionOf(verb: Term, kind: Term): Term {
  return { ...verb, text: `kubernetes:${verb.text}/${kind.text}` };
}

function everywhere(kinds: Terms): Terms {
  const [first] = kinds.terms;
  return { ...kinds, terms: first === undefined ? [] : [{ ...first, text: '*' }], write: () => undefined };
}

function asName(term: Term): Term {
  return { ...term, text: `kubernetes/${term.text}` };
}
