import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';
import { looksLikeGoogleWorkflow, looksLikeStateMachine } from './recognition.js';

/** What a document says that it is a workflow of. */
export interface WorkflowDocument {
  readonly framework: 'step-functions' | 'serverless-workflow' | 'google-cloud';
  readonly type: string;
  readonly id: string;
}

/** Which kind of workflow a text that cannot be read was meant to be. */
export function frameworkOf(path: string, text: string): WorkflowDocument['framework'] {
  if (looksLikeStateMachine(path, text)) return 'step-functions';
  return looksLikeGoogleWorkflow(text) ? 'google-cloud' : 'serverless-workflow';
}

/** Which kind of workflow the root of a document is, if any. */
export function workflowIn(path: string, root: Value | undefined): WorkflowDocument | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (entryOf(root, 'StartAt') !== undefined && entryOf(root, 'States') !== undefined) {
    return { framework: 'step-functions', type: 'StateMachine', id: name.replace(/\.asl\.[a-z]+$/i, '') };
  }
  if (isList(valueAt(root, 'main', 'steps'))) {
    return { framework: 'google-cloud', type: 'Workflow', id: name.replace(/(?:\.workflows?)?\.[a-z]+$/i, '') };
  }
  if (isFormer(root)) {
    return { framework: 'serverless-workflow', type: 'Workflow', id: textOf(valueAt(root, 'id')) ?? name };
  }
  const isLanguage = textOf(valueAt(root, 'document', 'dsl'))?.startsWith('1.') ?? false;
  if (!isLanguage || entryOf(root, 'do') === undefined) return undefined;
  const id = textOf(valueAt(root, 'document', 'name')) ?? name;
  return { framework: 'serverless-workflow', type: 'Workflow', id };
}

function isList(value: Value | undefined): boolean {
  return value?.kind === 'list';
}

/** The form of the language before its first version: a list of states. */
function isFormer(root: Value | undefined): boolean {
  const isLanguage = textOf(valueAt(root, 'specVersion'))?.startsWith('0.') ?? false;
  return isLanguage && isList(valueAt(root, 'states'));
}
