import type { Model } from '../../model/model.js';
import { folderOf } from '../../model/path.js';
import { textOf, valueAt } from '../../model/value.js';
import { filesOf } from '../cloudformation/files.js';
import { suppressionsOf } from '../cloudformation/suppressions.js';
import type { Files, Framework, ParsedStack } from '../framework.js';
import { type Documents, openDocuments } from './documents.js';
import { canHoldService, isAwsService, looksLikeService } from './recognition.js';
import { mapService } from './resources/model.js';
import { templateOf } from './resources/template.js';
import { type Service, serviceOf } from './service/service.js';

/** Services of the Serverless Framework, versions 3 and 4, in YAML, JSON, TypeScript and JavaScript. */
export const serverless: Framework = {
  name: 'serverless',
  entryOf: (path) => (canHoldService(path) ? path : undefined),
  parse: parseStack,
};

function parseStack(entry: string, files: Files): ParsedStack | undefined {
  const text = files.read(entry);
  if (text === undefined || !looksLikeService(text)) return undefined;
  const documents = openDocuments(entry, files);
  const read = documents.read(entry);
  const [root] = read?.documents ?? [];
  if (read?.documents === undefined) return unreadStack(entry, documents);
  if (!isAwsService(root)) return undefined;
  const service = serviceOf(entry, root, documents);
  const template = templateOf(service);
  const model = mapService(service, template);
  const { codeRoots, paths } = filesOf(template, { ...documents });
  const suppressed = suppressionsOf(template, text);
  return {
    model,
    files: paths,
    codeRoots: [...new Set([...codeRoots, ...rootsOf(service)])],
    notices: [...documents.notices, ...suppressed.notices],
    suppressions: suppressed.suppressions,
  };
}

/** Functions are packaged from the folder of the service, or from where their image is built. */
function rootsOf({ path, functions }: Service): readonly string[] {
  const isZip = functions.some(({ section }) => textOf(valueAt(section.map, 'image')) === undefined);
  return isZip ? [folderOf(path)] : [];
}

/** A service that could not be read: nothing in it is known, so nothing is absent. */
function unreadStack(entry: string, { notices }: Documents): ParsedStack {
  return { model: emptyModel(entry), files: [entry], codeRoots: [], notices, suppressions: [] };
}

function emptyModel(path: string): Model {
  return {
    framework: 'serverless',
    path,
    environment: 'unknown',
    open: true,
    functions: [],
    roles: [],
    resourcePolicies: [],
    apis: [],
    routes: [],
    urls: [],
    triggers: [],
    stores: [],
    logGroups: [],
    alarms: [],
    trails: [],
    workflows: [],
    parameters: [],
    monitors: [],
    unresolved: [],
  };
}
