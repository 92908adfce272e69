import type { ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { known } from '../../model/setting.js';
import type { Handler } from '../handler.js';
import { azureHandlers } from './azure.js';
import { fileOf, isScript, type Looking, mainFile, mainOf } from './files.js';
import { startedByImage } from './images.js';
import { inlineHandlers } from './inline.js';
import { entryOfBundler, movedFile } from './moved.js';

/** The files of a repository in which handlers may stand. */
export function scriptsIn(list: readonly string[]): readonly string[] {
  return list.filter(
    (path) => isScript(path) && !/\.d\.[cm]?ts$/.test(path) && !/\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path),
  );
}

/** What starts a function: the file and the name in it that its settings mean. None where that cannot be told. */
export function handlersOf(fn: ServerlessFunction, model: Model, { files, scripts: all }: Looking): readonly Handler[] {
  if (isOtherLanguage(fn)) return [];
  const answers = takesRequests(fn, model);
  const calls = isWritableByAnyone(fn, model) ? 'any event' : 'event';
  if (fn.packaging === 'inline') return inlineHandlers(fn, { calls, answers });
  const scripts = ofLanguage(fn, all);
  const root = (fn.codeRoot ?? '').replace(/^\.\/?/, '').replace(/\/+$/, '');
  const started = fn.packaging === 'image' ? startedByImage(fn, root, { files, scripts }) : undefined;
  if (started?.path !== undefined)
    return exportedFrom(started.path, {
      exported: undefined,
      calls: 'message',
      answers,
      ...(started.isProgram && { isProgram: true }),
    });
  const written = known(fn.handler) ?? started?.name;
  const main = () => mainOf(root, { files, scripts }) ?? mainFile(root, scripts);
  switch (fn.provider) {
    case 'aws':
      // It has no handler: what it starts is a server.
      if (fn.handler.kind === 'none' && fn.codeRoot !== undefined)
        return exportedFrom(main(), { exported: undefined, calls: 'message', answers });
      return written === undefined ? [] : lambdaHandlers(fn, { written, root, files, scripts, answers }, calls);
    case 'azure':
      return azureHandlers({ written, root, scripts, answers });
    case 'google':
      return googleHandlers(main(), written ?? '*', answers);
    case 'knative':
    case 'openfaas': {
      const path = mainFile(root, scripts);
      const isPython = path?.endsWith('.py') === true;
      const exported = isPython ? 'handle' : '*';
      return exportedFrom(path, { exported, calls: isPython ? 'message' : 'express', answers });
    }
  }
}

/** Names of runtimes that run something else; what names no language may be any. */
const others = /dotnet|java(?!script)|^go\d|ruby|rust|powershell|php|^provided|^custom/i;

function isOtherLanguage({ runtime }: ServerlessFunction): boolean {
  return others.test(known(runtime) ?? '');
}

/** The files that can be in the language of a function. */
function ofLanguage({ runtime }: ServerlessFunction, scripts: readonly string[]): readonly string[] {
  const name = known(runtime) ?? '';
  if (!/node|script|python/i.test(name)) return scripts;
  const isPython = /python/i.test(name);
  return scripts.filter((path) => path.endsWith('.py') === isPython);
}

/** Devices and other publishers write whole events. */
function isWritableByAnyone({ id }: ServerlessFunction, { triggers }: Model): boolean {
  return triggers.some((one) => one.function === id && one.trigger === 'iot');
}

function takesRequests({ id }: ServerlessFunction, { routes, urls }: Model): boolean {
  return routes.some((route) => route.function === id) || urls.some((url) => url.function === id);
}

interface Wanted {
  readonly written: string;
  /** The folder or file that the function is built from. */
  readonly root: string;
  readonly files: Looking['files'];
  readonly scripts: readonly string[];
  readonly answers: boolean;
}

/** `src/app.handler`: the name after the last dot is exported by the file before it. */
function lambdaHandlers(
  fn: ServerlessFunction,
  { written, root, files, scripts, answers }: Wanted,
  calls: 'event' | 'any event',
): readonly Handler[] {
  const [, module = '', exported = ''] = /^(.+)\.([^./]+)$/.exec(written) ?? [];
  const started = { exported: exported || written, calls, answers };
  if (isScript(root))
    return exportedFrom(
      scripts.find((path) => path === root),
      started,
    );
  if (module === '') return [];
  const named = { module: module.replace(/^\.?\/+/, ''), root };
  const looking = { files, scripts };
  const path = movedFile(fn, named, looking) ?? fileOf(named.module, root, scripts) ?? entryOfBundler(named, looking);
  return exportedFrom(path, started);
}

function googleHandlers(path: string | undefined, exported: string, answers: boolean): readonly Handler[] {
  const request = path?.endsWith('.py') === true ? 'python request' : 'express';
  const pages = answers && request === 'python request' ? { pages: true as const } : {};
  return exportedFrom(path, { exported, calls: answers ? request : 'cloud event', answers, ...pages });
}

function exportedFrom(path: string | undefined, started: Omit<Handler, 'path'>): readonly Handler[] {
  return path === undefined ? [] : [{ path, ...started }];
}
