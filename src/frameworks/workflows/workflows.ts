import { googleSteps } from '../../clouds/google/operations/workflow-steps.js';
import { emptyModel } from '../../clouds/plain/empty-model.js';
import { languageSteps } from '../../clouds/plain/workflows/language.js';
import { statesIn } from '../../clouds/plain/workflows/states.js';
import type { Files } from '../../model/files.js';
import type { Model } from '../../model/model.js';
import { unknown } from '../../model/setting.js';
import type { Span } from '../../model/span.js';
import type { Workflow } from '../../model/store.js';
import { entryOf, type Value, valueAt } from '../../model/value.js';
import type { Reading } from '../../notation/writer.js';
import { noSign, notOurs } from '../files/not-ours.js';
import { openTextFiles } from '../files/text-files.js';
import { unreadStack } from '../files/unread-stack.js';
import type { Answer, Framework } from '../framework.js';
import { frameworkOf, type WorkflowDocument, workflowIn } from './documents.js';
import { looksLikeWorkflow, workflowsFiles } from './recognition.js';
import { textsIn } from './texts.js';

/** Workflows in files of their own: of Step Functions, of Google Cloud, and in the Serverless Workflow language. */
export const workflows: Framework = {
  ...workflowsFiles,
  unreadAs: 'step-functions',
  parse: parseStack,
};

function parseStack(entry: string, files: Files): Answer {
  const text = files.read(entry);
  if (text === undefined || !looksLikeWorkflow(entry, text)) return noSign;
  const texts = openTextFiles({ ...files, read: (path) => (path === entry ? filledIn(text) : files.read(path)) });
  const documents = texts.read(entry)?.documents;
  if (documents === undefined) return unreadStack(frameworkOf(entry, text), entry, texts.notices);
  const [root] = documents;
  const document = workflowIn(entry, root);
  if (root === undefined || document === undefined) return notOurs('it is no workflow', texts.notices);
  const model = modelOf(entry, document, root, { writer: texts.writer, unresolved: [] });
  return { kind: 'stack', model, files: [entry], codeRoots: [], notices: texts.notices, suppressions: [] };
}

/** Numbers are often left to the deployment: `"TimeoutSeconds": ${seconds}`. They become texts of the same length. */
function filledIn(text: string): string {
  return text.replace(/(?<="\s{0,9}:\s{0,9})\$\{[\w.]{1,100}\}(?=\s{0,9}[,}\]\r\n])/g, (left) => {
    return `"${'_'.repeat(left.length - 2)}"`;
  });
}

function modelOf(path: string, document: WorkflowDocument, root: Value, reading: Reading): Model {
  return {
    ...emptyModel(document.framework, path),
    workflows: [{ ...workflowOf(document, root), ...definitionOf(document, root, reading) }],
    texts: textsIn(root, document.id, reading),
    unresolved: reading.unresolved,
  };
}

const readers = { 'step-functions': statesIn, 'serverless-workflow': languageSteps, 'google-cloud': googleSteps };

function definitionOf({ framework }: WorkflowDocument, root: Value, reading: Reading): Pick<Workflow, 'definition'> {
  const definition = readers[framework](root, reading);
  return definition === undefined ? {} : { definition };
}

const elsewhere = 'what deploys the workflow is elsewhere';

function workflowOf({ id, type }: WorkflowDocument, root: Value): Workflow {
  const at = placeOf(root);
  return {
    id,
    type,
    at,
    whole: root.at,
    kind: 'workflow',
    logging: unknown(at, elsewhere),
    executionData: unknown(at, elsewhere),
    tracing: unknown(at, elsewhere),
    invokes: [],
  };
}

function placeOf(root: Value): Span {
  const named =
    entryOf(valueAt(root, 'document'), 'name') ??
    ['StartAt', 'main', 'id'].flatMap((key) => entryOf(root, key) ?? [])[0];
  return named?.keyAt ?? root.at;
}
