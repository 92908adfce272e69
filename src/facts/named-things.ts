import type { Holding } from '../model/holding.js';
import type { AnyResource, Model } from '../model/model.js';
import type { Resource } from '../model/resource.js';
import { known } from '../model/setting.js';

/** Every resource that a model declares; of two with one id the later is the one that the id means. */
export function resourcesOf(model: Model): readonly AnyResource[] {
  return [
    ...model.resourcePolicies,
    ...(model.endpoints ?? []),
    ...(model.forwardings ?? []),
    ...(model.connections ?? []),
    ...(model.sandboxImages ?? []),
    ...(model.directories ?? []),
    ...(model.federations ?? []),
    ...model.routes,
    ...model.urls,
    ...model.triggers,
    ...model.logGroups,
    ...model.alarms,
    ...model.trails,
    ...model.workflows,
    ...model.parameters,
    ...model.apis,
    ...model.stores,
    ...model.roles,
    ...model.functions,
  ];
}

/** Everything of a model that a finding may be about: resources, guards of the account, owners of what is told by itself. */
export function namedThings(model: Model): readonly Resource[] {
  const { guards = [], budgets = [], firewalls = [] } = model;
  return [...ownersOfTexts(model), ...ownersOfWays(model), ...guards, ...budgets, ...firewalls, ...resourcesOf(model)];
}

/** A thing of which only its texts are known: they are what it is. */
interface OwnerOfTexts extends Resource {
  readonly texts: readonly unknown[];
}

/** What one gets into by a way for maintenance, and applications of others: often no resource that is read otherwise. */
function ownersOfWays({ maintenance = [], applications = [] }: Model): readonly OwnerOfTexts[] {
  return [
    ...maintenance.map(({ owner, access, name, open }) => ({ ...owner, texts: [{ access, name, open }] })),
    ...applications.map(({ owner, address }) => ({ ...owner, texts: [{ address }] })),
  ];
}

function ownersOfTexts({ texts = [] }: Model): readonly OwnerOfTexts[] {
  const owners = new Map<string, OwnerOfTexts>();
  for (const { owner, name, value } of texts) {
    const former = owners.get(owner)?.texts ?? [];
    const { at } = value;
    owners.set(owner, { id: owner, type: 'texts', at, whole: at, texts: [...former, { name, value }] });
  }
  return [...owners.values()];
}

/** True if a model has anything that runs without servers of its own, or may have what could not be read. */
export function isServerless(model: Model): boolean {
  const { open, functions, workflows, apis, routes, urls, triggers, sandboxImages = [] } = model;
  return (
    open ||
    sandboxImages.length > 0 ||
    [functions, workflows, apis, routes, urls, triggers].some((some) => some.length > 0)
  );
}

/** What a model has of things that may as well be elsewhere. */
export function holdingsOf({ alarms, apis, firewalls = [], budgets = [] }: Model): readonly Holding[] {
  const isGuarded = firewalls.length > 0 || apis.some(({ firewall }) => known(firewall) === true);
  return [
    ...(alarms.length > 0 ? (['alarms'] as const) : []),
    ...(isGuarded ? (['firewalls'] as const) : []),
    ...(budgets.length > 0 ? (['budgets'] as const) : []),
  ];
}
