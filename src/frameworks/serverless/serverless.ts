import type { Files } from '../../model/files.js';
import { folderOf } from '../../model/path.js';
import { textOf, valueAt } from '../../model/value.js';
import { filesOf } from '../cloudformation/files.js';
import { peersIn } from '../cloudformation/peers.js';
import { suppressionsOf } from '../cloudformation/suppressions.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { mapCloud } from './clouds/other-clouds-model.js';
import { cloudOf } from './clouds/recognition.js';
import { openDocuments } from './documents.js';
import { looksLikeService, serverlessFiles } from './recognition.js';
import { mapService } from './resources/service-model.js';
import { templateOf } from './resources/template.js';
import { type Service, serviceOf } from './service/service.js';

/** Services of the Serverless Framework, versions 3 and 4, on AWS, Azure and Google, in YAML, JSON, TypeScript and JavaScript. */
export const serverless: Framework = {
  ...serverlessFiles,
  unreadAs: 'serverless',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const text = files.read(entry);
  if (text === undefined || !looksLikeService(text)) return noSign;
  const documents = openDocuments(entry, files);
  const read = documents.read(entry);
  const [root] = read?.documents ?? [];
  if (read?.documents === undefined) return unreadStack('serverless', entry, documents.notices);
  const cloud = cloudOf(root);
  if (root === undefined || cloud === undefined) return notOurs('it names no provider', documents.notices);
  const service = serviceOf(entry, root, documents);
  const template = templateOf(service);
  const model = cloud === 'aws' ? mapService(service, template) : mapCloud(service, cloud);
  const { codeRoots, paths } = filesOf(template, { ...documents });
  const suppressed = suppressionsOf(template, text);
  return {
    kind: 'stack',
    model,
    files: paths,
    codeRoots: [...new Set([...codeRoots, ...rootsOf(service)])],
    notices: [...documents.notices, ...suppressed.notices],
    suppressions: suppressed.suppressions,
    peers: peersIn(template, text),
  };
}

/** Functions are packaged from the folder of the service, or from where their image is built. */
function rootsOf({ path, functions }: Service): readonly string[] {
  const isZip = functions.some(({ section }) => textOf(valueAt(section.map, 'image')) === undefined);
  return isZip ? [folderOf(path)] : [];
}
