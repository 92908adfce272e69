import { managementOf } from '../../clouds/kubernetes/openfaas/management.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { flag } from '../../clouds/values/codec.js';
import { settingOf } from '../../clouds/values/section.js';
import type { Files } from '../../model/files.js';
import { entryOf, type Value, valueAt } from '../../model/value.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { openTextFiles } from '../files/text-files.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer } from '../framework.js';
import { looksLikeValues } from './recognition.js';

const own = ['functionNamespace', 'faasnetes', 'openfaasImagePullPolicy', 'openfaasPro', 'queueWorker', 'gatewayPro'];
const signs = new RegExp(`^\\s{0,9}(?:${own.join('|')}):`, 'm');

/** The values by which a chart installs OpenFaaS itself. */
export function readValues(path: string, files: Files): Answer {
  const text = files.read(path);
  if (text === undefined || !looksLikeValues(path, text)) return noSign;
  const texts = openTextFiles(files);
  const documents = texts.read(path)?.documents;
  if (documents === undefined && signs.test(text)) return unreadStack('openfaas', path, texts.notices);
  const root = documents?.[0];
  const values = [root, valueAt(root, 'openfaas')].find(isOwn);
  const said = entryOf(values, 'basic_auth');
  if (values === undefined || said === undefined) {
    return notOurs('these are no values of the chart of OpenFaaS', texts.notices);
  }
  const reading = { writer: texts.writer, unresolved: [] };
  const resource = { id: 'gateway', type: 'gateway', at: said.keyAt, whole: values.at };
  const entryPoints = managementOf(resource, settingOf({ map: values, at: said.keyAt, reading }, ['basic_auth'], flag));
  const model = { ...emptyModel('openfaas', path), ...entryPoints, unresolved: reading.unresolved };
  return { kind: 'stack', model, files: [path], codeRoots: [], notices: texts.notices, suppressions: [] };
}

function isOwn(values: Value | undefined): boolean {
  return own.some((key) => entryOf(values, key) !== undefined);
}
