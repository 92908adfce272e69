import { plainApi } from '../../../clouds/plain/api.js';
import { emptyModel } from '../../../clouds/plain/empty-model.js';
import { plainFunction } from '../../../clouds/plain/function.js';
import { text } from '../../../clouds/values/codec.js';
import { settingOf } from '../../../clouds/values/section.js';
import type { Api } from '../../../model/api.js';
import type { Files } from '../../../model/files.js';
import type { ServerlessFunction } from '../../../model/function.js';
import type { Model, NamedText } from '../../../model/model.js';
import { absent, fixed, unknown } from '../../../model/setting.js';
import { valueAt } from '../../../model/value.js';
import { carriedBeside } from '../../files/carried.js';
import { type FunctionApp, ignoreFile } from './app.js';
import { appId, type InFront, routesOf } from './app-routes.js';
import type { DeclaredFunction } from './binding.js';
import { eventsOf } from './events.js';
import { hostVersionOf, jsonSection, loggingOf, samplingOf, timeoutOf } from './host.js';
import { outputsId, outputsIn } from './outputs.js';

/** What is known of an app beyond its code. */
export interface Elsewhere {
  readonly front: InFront;
  /** Its routes are judged with its deployment. */
  readonly isServed: boolean;
}

/** What a function app declares with its code, in the words of policies. */
export function mapApp(app: FunctionApp, files: Files, { front, isServed }: Elsewhere): Model {
  const routes = routesOf(app, front);
  const carries = carriedBy(app, files);
  return {
    ...emptyModel('azure-functions', app.path),
    // The same code is deployed to every environment, whatever its folder is called.
    environment: 'unknown',
    functions: app.functions.map((fn) => ({ ...functionOf(app, fn, isServed ? besides : elsewhere), ...carries })),
    apis: routes.length === 0 ? [] : [isServed ? { ...apiOf(app, besides), routesOpen: true } : apiOf(app)],
    routes: isServed ? [] : routes,
    ...eventsOf(app),
    unresolved: app.unresolved,
    texts: localSettings(app, files),
  };
}

/**
 * Core Tools pack the whole folder of an app that is not compiled, but for `.git`, `.vscode`, `local.settings.json` and what
 * `.funcignore` lists. Azure/azure-functions-core-tools, `FileSystemHelpers.GetLocalFiles`, 2026-11-26
 */
function carriedBy({ folder }: FunctionApp, files: Files): Pick<ServerlessFunction, 'carries' | 'ignoreFile'> {
  const manifests = ['package.json', 'requirements.txt'].map((name) => (folder === '' ? name : `${folder}/${name}`));
  if (!manifests.some((path) => files.list().includes(path))) return {};
  return { carries: carriedBeside(files, folder, ignoreFile), ignoreFile };
}

/** What is set for the whole app (identity, scale, settings) stands with its deployment, not with its code. */
const elsewhere = 'set where the app is deployed';
const besides = 'judged where the app is deployed';

function functionOf({ host, runtime }: FunctionApp, fn: DeclaredFunction, because: string): ServerlessFunction {
  const { at, whole } = fn;
  return plainFunction({
    id: fn.name,
    type: 'function',
    at,
    whole,
    provider: 'azure',
    runtime: runtime ?? hostVersionOf(host) ?? unknown(at, because),
    packaging: 'unknown',
    handler: fn.handler,
    codeRoot: fn.codeRoot === '' ? '.' : fn.codeRoot,
    role: outputsIn(fn).length > 0 ? fixed(outputsId(fn), at) : unknown(at, because),
    environment: [],
    environmentOpen: true,
    timeout: timeoutOf(host) ?? absent(at),
    memory: unknown(at, because),
    concurrency: unknown(at, because),
    tracing: unknown(at, because),
    logging: loggingOf(host) ?? absent(at),
    logsPerSecond: samplingOf(host) ?? absent(at),
  });
}

/** The address of an app whose deployment is not in the repository. */
export function apiOf(app: FunctionApp, because = elsewhere): Api {
  const [first] = app.functions;
  const at = first?.at ?? { path: app.path, start: 0, end: 0 };
  return plainApi({
    id: appId,
    type: 'host',
    at,
    whole: at,
    api: 'azure',
    visibility: absent(at),
    signIn: unknown(at, because),
    defaultEndpoint: unknown(at, because),
    firewall: unknown(at, because),
    accessLog: fixed('', at),
    executionLog: fixed('error', at),
    routesOpen: app.functions.some(({ open }) => open),
  });
}

/** Settings for running an app at home do not belong in a repository when they hold secrets. */
function localSettings({ folder }: FunctionApp, files: Files): readonly NamedText[] {
  const path = folder === '' ? 'local.settings.json' : `${folder}/local.settings.json`;
  const section = files.list().includes(path) ? jsonSection(path, files, []) : undefined;
  const values = valueAt(section?.map, 'Values');
  if (section === undefined || values?.kind !== 'map') return [];
  return values.entries.map(({ key, keyAt, value }): NamedText => {
    const reading = { writer: section.reading.writer, unresolved: [] };
    return {
      owner: 'local.settings.json',
      name: key,
      value: settingOf<string, string>({ map: value, at: keyAt, reading }, [], text),
    };
  });
}
