import { entryOf, type MapEntry, textOf, type Value, valueAt } from '../../../model/value.js';

export const liftPlugin = 'serverless-lift';

/** The functions that constructs of the Lift plugin make: workers of queues, and authorizers of webhooks. */
export function constructFunctions(root: Value, plugins: ReadonlySet<string>): readonly MapEntry[] {
  if (!plugins.has(liftPlugin)) return [];
  return constructsIn(root).flatMap(({ key, value }) => {
    const type = textOf(valueAt(value, 'type'));
    if (type === 'queue') return madeFunction(`${key}Worker`, value, 'worker');
    return type === 'webhook' ? madeFunction(`${key}Authorizer`, value, 'authorizer') : [];
  });
}

export function constructsIn(root: Value): readonly MapEntry[] {
  const constructs = valueAt(root, 'constructs');
  return constructs?.kind === 'map' ? constructs.entries : [];
}

function madeFunction(key: string, construct: Value, part: string): readonly MapEntry[] {
  const entry = entryOf(construct, part);
  return entry === undefined || entry.value.kind === 'scalar' ? [] : [{ ...entry, key }];
}
