import { mapDeployment } from '../../../clouds/azure/azure-model.js';
import type { Declared, Deployment } from '../../../clouds/azure/deployment.js';
import type { Files } from '../../../model/files.js';
import { textOf, type Value, valueAt } from '../../../model/value.js';
import { readJson } from '../../../notation/json/json.js';
import { jsonWriter } from '../../../notation/json/writer.js';
import type { Reading } from '../../../notation/writer.js';
import { noSign } from '../../files/not-ours.js';
import type { Answer, Framework } from '../../framework.js';
import { prepareParser } from '../bicep/file.js';
import { parameterFiles } from '../bicep/parameter-files.js';
import { armFiles, namesSchema } from '../recognition.js';
import { signsOf } from '../signs.js';
import { shownOutputs } from './shown-outputs.js';
import { parametersOf } from './template-parameters.js';
import { declaredIn, scopeReference } from './template-resources.js';
import { scopeOf } from './template-scope.js';

/** ARM templates in JSON, with their parameter files. */
export const arm: Framework = {
  ...armFiles,
  prepare: prepareParser,
  unreadAs: 'arm',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const text = files.read(entry);
  if (text === undefined || !namesSchema(text)) return noSign;
  const read = readJson({ path: entry, text });
  const root = templateIn(read.documents?.[0]);
  const source = entry.replace(/\.json$/, '.bicep');
  if (isCompiled(root) && files.list().includes(source)) return { kind: 'elsewhere', by: [source] };
  const reading: Reading = { writer: jsonWriter(read), unresolved: [] };
  const given = root === undefined ? [] : parameterFiles(entry, files);
  const resources = root === undefined ? [] : declaredIn(root, scopeOf(root, given), reading).map(withScope);
  const parameters = root === undefined ? [] : parametersOf(root, resources, reading);
  const deployment: Deployment = {
    framework: 'arm',
    joint: ' ',
    path: entry,
    open: root === undefined || hasLinkedTemplates(root),
    reach: /managementGroup|tenant/.test(textOf(valueAt(root, '$schema')) ?? '') ? 'organisation' : 'project',
    resources,
    existing: new Map(),
    parameters,
    shownSecrets: shownOutputs(root),
    signs: signsOf(parameters, given),
    reading,
    apps: [],
  };
  return {
    kind: 'stack',
    model: mapDeployment(deployment),
    files: [entry, ...given.map(({ path }) => path)],
    codeRoots: [],
    notices: read.notices,
    suppressions: [],
  };
}

/** The template itself; artifacts of blueprints carry it inside. */
function templateIn(root: Value | undefined): Value | undefined {
  const inner = valueAt(root, 'properties', 'template');
  return valueAt(root, 'resources') === undefined && inner?.kind === 'map' ? inner : root;
}

/** A template that was compiled from Bicep is fixed there. */
function isCompiled(root: Value | undefined): boolean {
  return textOf(valueAt(root, 'metadata', '_generator', 'name')) === 'bicep';
}

function withScope(declared: Declared): Declared {
  return { ...declared, scope: scopeReference(declared.scope) };
}

/** Templates elsewhere may declare anything. */
function hasLinkedTemplates(root: Value): boolean {
  const resources = valueAt(root, 'resources');
  const all =
    resources?.kind === 'list'
      ? resources.items
      : resources?.kind === 'map'
        ? resources.entries.map(({ value }) => value)
        : [];
  return all.some((resource) => valueAt(resource, 'properties', 'templateLink') !== undefined);
}
