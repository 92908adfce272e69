import type { Api } from '../../../../model/api.js';
import type { ServerlessFunction } from '../../../../model/function.js';
import { absent, fixed, type Setting, unknown } from '../../../../model/setting.js';
import { entryOf, textOf } from '../../../../model/value.js';
import { flag, number } from '../../../reading/codec.js';
import { sectionAt, settingOf } from '../../../reading/section.js';
import { termsOf } from '../../../reading/terms.js';
import { firstSaid } from '../../../reading/writes.js';
import { type Declared, declarationOf, declaredOf, type Mapping, property, same, setting } from '../cloud.js';
import { environmentIn } from '../environment.js';
import { block, type Fields } from '../field.js';

const versions = ['node', 'python', 'java', 'dotnet', 'powershell_core'] as const;

const app: Fields = {
  ...same('app_settings', 'https_only', 'public_network_access_enabled', 'maximum_instance_count', 'runtime_name'),
  ...same('runtime_version', 'version'),
  identity: block('identity', same('type')),
  site_config: block('site_config', {
    ...same(
      'app_scale_limit',
      'application_insights_connection_string',
      'application_insights_key',
      'linux_fx_version',
    ),
    application_stack: block('application_stack', same(...versions.map((name) => `${name}_version`))),
    cors: block('cors', same('allowed_origins', 'support_credentials')),
  }),
};

/** Function apps, the older kind and slots included. */
export const appFields: Readonly<Record<string, Fields>> = {
  azurerm_linux_function_app: app,
  azurerm_windows_function_app: app,
  azurerm_function_app: app,
  azurerm_function_app_flex_consumption: app,
  azurerm_linux_function_app_slot: app,
  azurerm_windows_function_app_slot: app,
};

/** A function app stands for its functions, which its code declares. */
export function azureFunctions(mapping: Mapping): readonly ServerlessFunction[] {
  return declaredOf(mapping, appFields).map((declared) => functionOf(mapping, declared));
}

function functionOf(mapping: Mapping, declared: Declared): ServerlessFunction {
  const { at } = declared;
  const identity = property(declared, 'identity');
  return {
    ...declarationOf(declared),
    kind: 'function',
    provider: 'azure',
    runtime: runtimeOf(declared),
    packaging: 'zip',
    handler: absent(at),
    codeRoot: undefined,
    role: identity === undefined ? absent(at) : fixed(`${declared.id}/identity`, identity.at),
    ...environmentIn(property(declared, 'app_settings'), mapping.reading),
    timeout: absent(at),
    memory: absent(at),
    concurrency: firstSaid(
      setting(declared, ['maximum_instance_count'], number),
      setting(declared, ['site_config', 'app_scale_limit'], number),
    ),
    tracing: absent(at),
    logging: absent(at),
    logGroup: absent(at),
    onFailure: absent(at),
    recursiveLoop: absent(at),
    layers: absent(at),
    insideVpc: absent(at),
    purpose: 'handler',
  };
}

/** `node|22`, from whichever version of the stack is said. */
function runtimeOf(declared: Declared): Setting<string> {
  for (const name of versions) {
    const path = ['site_config', 'application_stack', `${name}_version`];
    if (property(declared, ...path) === undefined) continue;
    const language = name === 'powershell_core' ? 'powershell' : name;
    return setting(declared, path, {
      read: (value) => {
        const version = textOf(value)?.replace(/^[v~]/, '');
        return version === undefined ? undefined : `${language}|${version}`;
      },
      write: (word: string) => word.slice(word.indexOf('|') + 1),
    });
  }
  const flex = textOf(property(declared, 'runtime_name'));
  if (flex === undefined) return unknown(declared.at, 'runtime elsewhere');
  return setting(declared, ['runtime_version'], {
    read: (value) => (textOf(value) === undefined ? undefined : `${flex}|${textOf(value)}`),
    write: (word: string) => word.slice(word.indexOf('|') + 1),
  });
}

/** The address of an app, with what other sites may do. */
export function azureApis(mapping: Mapping): readonly Api[] {
  return declaredOf(mapping, appFields).map((declared) => {
    const { at } = declared;
    return {
      ...declarationOf(declared),
      id: `${declared.id}/address`,
      kind: 'api',
      api: 'azure',
      visibility: setting(declared, ['public_network_access_enabled'], {
        read: (value) => (flag.read(value) === false ? ('private' as const) : ('public' as const)),
        write: () => undefined,
      }),
      authorizers: [],
      throttle: absent(at),
      stages: [],
      defaultEndpoint: absent(at),
      domain: undefined,
      firewall: unknown(at, 'not read'),
      cors: corsOf(declared),
      accessLog: absent(at),
      executionLog: absent(at),
      dataTrace: absent(at),
      tracing: absent(at),
      openApiVersion: undefined,
      caching: undefined,
      document: undefined,
      routesOpen: true,
    };
  });
}

function corsOf(declared: Declared): Api['cors'] {
  const map = property(declared, 'site_config', 'cors');
  if (map?.kind !== 'map') return undefined;
  const at = map.anchor ?? map.at;
  const section = sectionAt(declared.section, 'site_config', 'cors');
  const { terms, open } = termsOf(entryOf(map, 'allowed_origins')?.value, { at, reading: section.reading });
  return { at, origins: terms, originsOpen: open, credentials: settingOf(section, ['support_credentials'], flag) };
}

/** Applications whose telemetry goes to Application Insights. */
export function azureMonitors(
  mapping: Mapping,
): readonly { readonly name: string; readonly functions: readonly string[] }[] {
  const watched = declaredOf(mapping, appFields).filter((declared) => {
    const settings = property(declared, 'app_settings');
    const places = ['application_insights_connection_string', 'application_insights_key'];
    return (
      places.some((name) => property(declared, 'site_config', name) !== undefined) ||
      ['APPLICATIONINSIGHTS_CONNECTION_STRING', 'APPINSIGHTS_INSTRUMENTATIONKEY'].some((key) => entryOf(settings, key))
    );
  });
  return watched.length === 0 ? [] : [{ name: 'Application Insights', functions: watched.map(({ id }) => id) }];
}
