import type { ServerlessFunction } from '../model/function.js';
import type { Model } from '../model/model.js';
import { known } from '../model/setting.js';
import type { Handler } from './follow.js';
import { fileOf, mainFile } from './handler-files.js';

const script = /\.(?:[cm]?[jt]sx?|py)$/;

/** The files of a repository in which handlers may stand. */
export function scriptsIn(list: readonly string[]): readonly string[] {
  return list.filter(
    (path) => script.test(path) && !/\.d\.[cm]?ts$/.test(path) && !/\.(?:test|spec)\.[cm]?[jt]sx?$/.test(path),
  );
}

/** What starts a function: the file and the name in it that its settings mean. None where that cannot be told. */
export function handlersOf(fn: ServerlessFunction, model: Model, all: readonly string[]): readonly Handler[] {
  if (fn.purpose !== 'handler' || fn.packaging === 'inline' || isOtherLanguage(fn)) return [];
  const answers = takesRequests(fn, model);
  const scripts = ofLanguage(fn, all);
  const calls = isWritableByAnyone(fn, model) ? 'any event' : 'event';
  const written = known(fn.handler);
  const root = (fn.codeRoot ?? '').replace(/^\.\/?/, '').replace(/\/+$/, '');
  switch (fn.provider) {
    case 'aws':
      return written === undefined ? [] : lambdaHandlers({ written, root, scripts, answers }, calls);
    case 'azure':
      return azureHandlers({ written, root, scripts, answers });
    case 'google':
      return googleHandlers({ written: written ?? '*', root, scripts, answers });
    case 'knative':
    case 'openfaas': {
      const path = mainFile(root, scripts);
      const isPython = path?.endsWith('.py') === true;
      const exported = isPython ? 'handle' : '*';
      return exportedFrom(path, { exported, calls: isPython ? 'message' : 'express', answers });
    }
  }
}

function isOtherLanguage({ runtime }: ServerlessFunction): boolean {
  const name = known(runtime);
  return name !== undefined && !/node|javascript|typescript|python/i.test(name);
}

/** The files that can be in the language of a function. */
function ofLanguage({ runtime }: ServerlessFunction, scripts: readonly string[]): readonly string[] {
  const name = known(runtime);
  if (name === undefined) return scripts;
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
  readonly scripts: readonly string[];
  readonly answers: boolean;
}

/** `src/app.handler`: the name after the last dot is exported by the file before it. */
function lambdaHandlers({ written, root, scripts, answers }: Wanted, calls: 'event' | 'any event'): readonly Handler[] {
  const [, module = '', exported = ''] = /^(.+)\.([^./]+)$/.exec(written) ?? [];
  const started = { exported: exported || written, calls, answers };
  if (script.test(root))
    return exportedFrom(
      scripts.find((path) => path === root),
      started,
    );
  if (module === '') return [];
  return exportedFrom(fileOf(module.replace(/^\.?\/+/, ''), root, scripts), started);
}

function googleHandlers({ written, root, scripts, answers }: Wanted): readonly Handler[] {
  const path = mainFile(root, scripts);
  const request = path?.endsWith('.py') === true ? 'python request' : 'express';
  return exportedFrom(path, { exported: written, calls: answers ? request : 'cloud event', answers });
}

/** A file that registers its functions by itself, or one that exports what `function.json` says of it. */
function azureHandlers({
  written,
  root,
  scripts,
  answers,
}: Omit<Wanted, 'written'> & { readonly written: string | undefined }): readonly Handler[] {
  const named = scripts.find((one) => one === written || one === `${root}/${written ?? ''}`);
  if (named !== undefined && named === written)
    return [{ path: named, exported: undefined, calls: 'message', answers: false }];
  const path = named ?? mainFile(root, scripts);
  if (path?.endsWith('.py') === true)
    return exportedFrom(path, { exported: 'main', calls: answers ? 'python request' : 'message', answers });
  return exportedFrom(path, { exported: '*', calls: answers ? 'context and request' : 'context and message', answers });
}

function exportedFrom(path: string | undefined, started: Omit<Handler, 'path'>): readonly Handler[] {
  return path === undefined ? [] : [{ path, ...started }];
}
