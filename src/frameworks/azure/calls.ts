import { idByName, nameText, partsOf } from '../../clouds/azure/names.js';
import type { Span } from '../../model/span.js';
import { textOf, type Value } from '../../model/value.js';

/** Functions that name resources or that only the deployment answers; undefined for all others. */
export function resourceCall(name: string, args: readonly Value[], at: Span): Value | undefined {
  if (name === 'resourceid' || name === 'extensionresourceid') return resourceId(args, at);
  if (name === 'subscriptionresourceid' || name === 'tenantresourceid') return typedId(args, at);
  if (!onlyDeployment.has(name)) return undefined;
  const [first] = args;
  const to = first === undefined ? undefined : referredBy(first);
  if (name === 'reference' && to !== undefined) return { kind: 'reference', to, at };
  if (name === 'reference' || name.startsWith('list')) return { kind: 'unknown', because: `${name} at deployment`, at };
  return { kind: 'pattern', parts: [{ named: name }], at };
}

/** `resourceId(…)`, also with what is behind it: `concat(resourceId(…), '/providers/Microsoft.ManagedIdentity/…')`. */
function referredBy(value: Value): string | undefined {
  const part = value.kind === 'reference' || value.kind === 'pattern' ? partsOf(value)[0] : undefined;
  return typeof part === 'object' && 'to' in part ? part.to : undefined;
}

const onlyDeployment: ReadonlySet<string> = new Set([
  ...['reference', 'listkeys', 'list', 'listsecrets', 'listconnectionstrings', 'listaccountsas', 'listservicesas'],
  ...['resourcegroup', 'subscription', 'tenant', 'managementgroup', 'deployment', 'environment', 'deployer'],
  ...['guid', 'newguid', 'utcnow', 'uniquestring'],
]);

/** `resourceId('Microsoft.Web/sites', name)`; a subscription or group may come first. */
function resourceId(args: readonly Value[], at: Span): Value {
  const first = args.findIndex((arg) => /^[\w.]+\/[\w/]+$/.test(textOf(arg) ?? ''));
  const type = textOf(args[first]);
  if (type === undefined) return { kind: 'unknown', because: 'computed resource id', at };
  const names = args.slice(first + 1).map((arg) => nameText(partsOf(arg)));
  return { kind: 'reference', to: idByName(type, names.join('/')), at, ...originOf(args.at(-1), at) };
}

/** Where the last part of an id is written, when that is not in the call. */
function originOf(last: Value | undefined, { path }: Span): Pick<Value, 'origin'> {
  const origin = last?.origin ?? (last?.at.path === path ? undefined : last?.at);
  return origin === undefined ? {} : { origin };
}

/** Ids of what the platform itself declares, such as built-in roles, keep their last part. */
function typedId(args: readonly Value[], at: Span): Value {
  const known = args.filter((arg) => arg.kind === 'scalar');
  const last = known.at(-1);
  const whole = args.at(-1);
  if (whole?.kind === 'choice' || last === undefined || last !== whole)
    return whole ?? { kind: 'unknown', because: 'computed resource id', at };
  const { confidence } = last;
  return {
    kind: 'pattern',
    parts: [undefined, `/providers/${known.map(textOf).join('/')}`],
    at,
    ...originOf(last, at),
    ...(confidence && { confidence }),
  };
}
