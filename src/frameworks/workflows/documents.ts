import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';
import { looksLikeStateMachine } from './recognition.js';

/** What a document says that it is a workflow of. */
export interface WorkflowDocument {
  readonly framework: 'step-functions' | 'serverless-workflow';
  readonly type: string;
  readonly id: string;
}

/** Which kind of workflow a text that cannot be read was meant to be. */
export function frameworkOf(path: string, text: string): WorkflowDocument['framework'] {
  return looksLikeStateMachine(path, text) ? 'step-functions' : 'serverless-workflow';
}

/** Which kind of workflow the root of a document is, if any. */
export function workflowIn(path: string, root: Value | undefined): WorkflowDocument | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (entryOf(root, 'StartAt') !== undefined && entryOf(root, 'States') !== undefined) {
    return { framework: 'step-functions', type: 'StateMachine', id: name.replace(/\.asl\.[a-z]+$/i, '') };
  }
  if (isFormer(root)) {
    return { framework: 'serverless-workflow', type: 'Workflow', id: textOf(valueAt(root, 'id')) ?? name };
  }
  const isLanguage = textOf(valueAt(root, 'document', 'dsl'))?.startsWith('1.') ?? false;
  if (!isLanguage || entryOf(root, 'do') === undefined) return undefined;
  const id = textOf(valueAt(root, 'document', 'name')) ?? name;
  return { framework: 'serverless-workflow', type: 'Workflow', id };
}

/** The form of the language before its first version: a list of states. */
function isFormer(root: Value | undefined): boolean {
  const isLanguage = textOf(valueAt(root, 'specVersion'))?.startsWith('0.') ?? false;
  return isLanguage && valueAt(root, 'states')?.kind === 'list';
}
