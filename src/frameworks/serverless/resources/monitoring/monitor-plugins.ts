import type { Model } from '../../../../model/model.js';
import { textOf, valueAt } from '../../../../model/value.js';
import type { Service } from '../../service/service.js';

/** Plugins that wrap every function with a monitor of their own. */
const plugins = new Map([
  ['serverless-plugin-datadog', 'Datadog'],
  ['serverless-newrelic-lambda-layers', 'New Relic'],
  ['serverless-plugin-epsagon', 'Epsagon'],
  ['serverless-plugin-thundra', 'Thundra'],
  ['serverless-plugin-lumigo', 'Lumigo'],
  ['serverless-lumigo', 'Lumigo'],
  ['serverless-iopipe', 'IOpipe'],
  ['serverless-plugin-dynatrace', 'Dynatrace'],
]);

/** Monitors that a plugin, or version 4 itself in every stage, puts around all functions. */
export function monitorsOf({ plugins: used, root }: Service): Model['monitors'] {
  const names = [...used].flatMap((plugin) => plugins.get(plugin) ?? []);
  const observed = textOf(valueAt(root, 'stages', 'default', 'observability'));
  const isObserved = observed !== undefined && observed !== 'false';
  return [...names, ...(isObserved ? ['the observability of the framework'] : [])].map((name) => ({
    name,
    functions: 'all' as const,
  }));
}
