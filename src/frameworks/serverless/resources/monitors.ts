import type { Model } from '../../../model/model.js';
import type { Service } from '../service/service.js';

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

/** Monitors that a plugin puts around all functions. */
export function monitorsOf({ plugins: used }: Service): Model['monitors'] {
  return [...used].flatMap((plugin) => {
    const name = plugins.get(plugin);
    return name === undefined ? [] : [{ name, functions: 'all' as const }];
  });
}
