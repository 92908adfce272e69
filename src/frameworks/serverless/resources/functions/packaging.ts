import { flag } from '../../../../clouds/values/codec.js';
import { settingOf } from '../../../../clouds/values/section.js';
import { fixed, none, type Setting, unknown } from '../../../../model/setting.js';
import { textOf, valueAt } from '../../../../model/value.js';
import type { ConfiguredFunction, Service } from '../../service/service.js';
import { frameworkVersion } from '../../service/version.js';

/** Plugins that make a bundle for each function. */
const bundlers = [
  ...['serverless-esbuild', 'serverless-webpack', 'serverless-bundle'],
  ...['serverless-rspack', 'serverless-vite', 'serverless-swc', 'serverless-plugin-optimize'],
];

/** Whether a function ships its own code alone: by a bundler, by `package.individually`, or by what the framework builds itself. */
export function shipsAlone(service: Service, fn: ConfiguredFunction): Setting<boolean> {
  const { root, plugins, reading, custom } = service;
  const at = fn.at;
  if (valueAt(fn.section.map, 'image') !== undefined) return none(at);
  if (bundles(service)) return fixed(true, at);
  if (
    plugins.has('serverless-python-requirements') &&
    textOf(valueAt(custom, 'pythonRequirements', 'individually')) === 'true'
  )
    return fixed(true, at);
  if (isBuilt(service, fn)) return unknown(at, 'built by the framework');
  const own = settingOf(fn.section, ['package', 'individually'], flag);
  const packaged = valueAt(root, 'package');
  const anchor = packaged?.kind === 'map' ? (packaged.anchor ?? packaged.at) : service.provider.at;
  const shared = settingOf({ map: root, at: anchor, reading }, ['package', 'individually'], flag);
  const artifact = valueAt(fn.section.map, 'package', 'artifact');
  if (artifact !== undefined) return fixed(true, at);
  return own.kind === 'absent' ? shared : own;
}

/** A plugin makes a bundle of what the code imports. */
export function bundles({ plugins }: Service): boolean {
  return bundlers.some((name) => plugins.has(name));
}

/** The package of a function holds what its code imports, by a plugin or by what the framework builds itself. */
export function isBundled(service: Service, fn: ConfiguredFunction): boolean {
  return bundles(service) || isBuilt(service, fn);
}

/** The fourth version bundles handlers of Node.js itself, unless it is told not to. */
function isBuilt({ root, provider }: Service, { section }: ConfiguredFunction): boolean {
  const version = frameworkVersion({ root });
  const runtime = textOf(valueAt(section.map, 'runtime') ?? valueAt(provider.map, 'runtime')) ?? 'nodejs';
  const isOff = textOf(valueAt(root, 'build', 'esbuild')) === 'false';
  return version !== 3 && runtime.startsWith('nodejs') && !isOff;
}
