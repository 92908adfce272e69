import { localPath } from '../../../model/local-path.js';
import { folderOf } from '../../../model/path.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import type { Documents } from '../documents.js';
import { mayHoldVariables } from './syntax.js';

const names = ['yml', 'yaml', 'json', 'ts', 'js'].map((ending) => `serverless-compose.${ending}`);
const mostFolders = 20;

/** A parameter that the services' composition gives to the service at `entry`; outputs of other services are not known. */
export function composedParameter(documents: Documents, entry: string, name: string): Value | undefined {
  const own = folderOf(entry);
  for (const folder of ancestorsOf(own)) {
    const path = names.map((file) => (folder === '' ? file : `${folder}/${file}`)).find(documents.exists);
    const services = path === undefined ? undefined : valueAt(documents.read(path)?.documents?.[0], 'services');
    if (path === undefined || services?.kind !== 'map') continue;
    documents.locate(upwards(own, folder) + path.slice(folder === '' ? 0 : folder.length + 1), services.at);
    const composed = services.entries
      .map((service) => service.value)
      .filter((service) => folderIn(folder, service) === own);
    const service =
      composed.find((one) => configOf(one) === nameOf(entry)) ?? composed.find((one) => configOf(one) === '');
    const value = valueAt(service, 'params', name);
    if (value !== undefined) return known(value);
  }
  return undefined;
}

function ancestorsOf(folder: string): readonly string[] {
  const steps = folder === '' ? [] : folder.split('/');
  return steps
    .map((_, index) => steps.slice(0, steps.length - index).join('/'))
    .concat('')
    .slice(0, mostFolders);
}

/** The way up from a folder to one of those that it is in. */
function upwards(from: string, to: string): string {
  const depth = (folder: string) => (folder === '' ? 0 : folder.split('/').length);
  return '../'.repeat(depth(from) - depth(to));
}

/** The name of the service's file, if it is not the usual one. */
function configOf(service: Value): string {
  return nameOf(textOf(valueAt(service, 'config')) ?? '');
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function folderIn(folder: string, service: Value): string | undefined {
  const found = localPath(folder, textOf(valueAt(service, 'path')) ?? '');
  return typeof found === 'object' ? found.path : undefined;
}

function known(value: Value): Value {
  const isPlain = value.kind === 'scalar' && !mayHoldVariables(String(value.value));
  return isPlain ? value : { kind: 'unknown', at: value.at, because: 'output of another service' };
}
