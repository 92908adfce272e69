import { limitOfInstances } from '../../clouds/kubernetes/instances.js';
import { clusterLocal, visibilityLabel } from '../../clouds/kubernetes/knative/visibility.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { frontApi, frontRoute } from '../../clouds/plain/front.js';
import { plainFunction } from '../../clouds/plain/function.js';
import { telemetryOf, tracingBy } from '../../clouds/plain/telemetry.js';
import { text } from '../../clouds/values/codec.js';
import { type Section, settingOf } from '../../clouds/values/section.js';
import { firstSaid } from '../../clouds/values/writes.js';
import type { Api, Auth } from '../../model/api.js';
import type { Files } from '../../model/files.js';
import type { EnvironmentVariable, ServerlessFunction } from '../../model/function.js';
import type { Model } from '../../model/model.js';
import { folderOf } from '../../model/path.js';
import type { Resource } from '../../model/resource.js';
import { absent, fixed, type Setting, unknown } from '../../model/setting.js';
import { entryOf, itemsOf, type MapValue, textOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { notOurs } from '../files/not-ours.js';
import { openTextFiles } from '../files/text-files.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { knativeFunctionsFiles } from './recognition.js';

/** Projects of Knative Functions: one function, in the folder of its `func.yaml`. */
export const knativeFunctions: Framework = {
  ...knativeFunctionsFiles,
  unreadAs: 'knative',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const texts = openTextFiles(files);
  const documents = texts.read(entry)?.documents;
  if (documents === undefined && /^specVersion:/m.test(files.read(entry) ?? '')) {
    return unreadStack('knative', entry, texts.notices);
  }
  const root = documents?.[0];
  const named = entryOf(root, 'name');
  const name = textOf(named?.value);
  if (root?.kind !== 'map' || named === undefined || name === undefined || !isProject(root)) {
    return notOurs('it is no project of Knative Functions', texts.notices);
  }
  const reading: Reading = { writer: texts.writer, unresolved: [] };
  const resource: Resource = { id: name, type: 'func', at: named.keyAt, whole: root.at };
  const fn = functionOf(resource, root, reading, folderOf(entry));
  const api = apiOf(resource, root);
  const callers: Setting<Auth> = { ...fixed<Auth, Auth>({ kind: 'none' }, resource.at), confidence: 'low' };
  const model: Model = {
    ...emptyModel('knative', entry),
    functions: [fn],
    apis: [api],
    routes: [frontRoute({ ...resource, id: `${api.id} ANY /` }, api.id, name, callers)],
    monitors: telemetryOf([fn]),
    unresolved: reading.unresolved,
  };
  const codeRoots = fn.codeRoot === undefined ? [] : [fn.codeRoot];
  return { kind: 'stack', model, files: [entry], codeRoots, notices: texts.notices, suppressions: [] };
}

function isProject(root: MapValue): boolean {
  return ['specVersion', 'runtime'].every((key) => textOf(valueAt(root, key)) !== undefined);
}

function functionOf(resource: Resource, root: MapValue, reading: Reading, folder: string): ServerlessFunction {
  const { at } = resource;
  const section: Section = { map: root, at, reading };
  const lists = [valueAt(root, 'run', 'envs'), valueAt(root, 'envs')];
  const environment = lists.flatMap((list) => itemsOf(list).flatMap((item) => variableOf(item, reading)));
  return plainFunction({
    ...resource,
    provider: 'knative',
    packaging: 'image',
    codeRoot: folder === '' ? undefined : folder,
    role: unknown(at, 'rights are bound elsewhere'),
    environment,
    environmentOpen: environment.length < lists.flatMap(itemsOf).length,
    concurrency: firstSaid(
      settingOf(section, ['deploy', 'options', 'scale', 'max'], instances),
      settingOf(section, ['options', 'scale', 'max'], instances),
    ),
    tracing: tracingBy(environment, at),
  });
}

const instances = limitOfInstances((limit) => limit);

/** Values in double braces come from a secret, a config map or the machine that deploys. */
function variableOf(item: Value, reading: Reading): readonly EnvironmentVariable[] {
  const named = valueAt(item, 'name');
  const value = valueAt(item, 'value');
  const name = textOf(named);
  if (named === undefined || name === undefined || value === undefined) return [];
  const isElsewhere = textOf(value)?.includes('{{') ?? false;
  const setting = isElsewhere
    ? unknown(value.at, 'taken from elsewhere')
    : settingOf<string, string>({ map: value, at: value.at, reading }, [], text);
  return [{ name, nameAt: named.at, value: setting }];
}

function apiOf(resource: Resource, root: MapValue): Api {
  const { at } = resource;
  const labels = [valueAt(root, 'deploy', 'labels'), valueAt(root, 'labels')].flatMap(itemsOf);
  const label = labels.find((item) => textOf(valueAt(item, 'key')) === visibilityLabel);
  const isInside = textOf(valueAt(label, 'value')) === clusterLocal;
  const id = `func/${resource.id}`;
  const said: Api['visibility'] = isInside && label !== undefined ? fixed('private', label.at) : absent(at);
  return frontApi({ resource: { ...resource, id }, api: 'knative', visibility: said });
}
