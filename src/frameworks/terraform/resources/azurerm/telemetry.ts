import type { Declared, Deployment } from '../../../../clouds/azure/deployment.js';
import { type Codec, flag } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { absent, known } from '../../../../model/setting.js';
import type { Mapping } from '../cloud.js';

/** What only Terraform has words for: logging that is built in, and the Application Insights that an app sends to. */
export function withOwnTelemetry(
  mapping: Mapping,
  { resources }: Deployment,
  functions: readonly ServerlessFunction[],
): readonly ServerlessFunction[] {
  const apps = new Map(resources.map((one) => [one.id, one]));
  const [only, another] = mapping.resources.ofType('azurerm_application_insights');
  const insights = another === undefined ? only?.instance.id : undefined;
  return functions.map((fn) => {
    const app = apps.get(fn.id);
    if (app === undefined) return fn;
    return { ...fn, tracing: tracingOf(fn, app, insights), logging: loggingOf(fn, app) };
  });
}

/** An app without telemetry can send it to the only Application Insights of the stack. */
function tracingOf({ tracing }: ServerlessFunction, { body }: Declared, insights: string | undefined) {
  if (tracing.kind !== 'absent' || insights === undefined) return tracing;
  const sentTo: Codec<'active' | 'off'> = {
    read: () => undefined,
    write: (word) => (word === 'active' ? { refersTo: insights, attribute: 'connection_string' } : undefined),
  };
  return settingOf(body, ['properties', 'siteConfig', 'applicationInsightsConnectionString'], sentTo);
}

/** Built-in logging writes to the storage account; it matters only where nothing else records what the app does. */
function loggingOf({ logging, tracing, at }: ServerlessFunction, { body }: Declared): ServerlessFunction['logging'] {
  if (known(logging) === false) return logging;
  return tracing.kind === 'absent' ? settingOf(body, ['builtInLogging'], flag) : absent(at);
}
