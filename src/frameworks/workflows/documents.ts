import { entryOf, textOf, type Value, valueAt } from '../../model/value.js';

/** What a document says that it is a workflow of. */
export interface WorkflowDocument {
  readonly framework: 'step-functions' | 'serverless-workflow';
  readonly type: string;
  readonly id: string;
}

const stateMachine = /\.asl\.(json|ya?ml)$/i;

/** True if a file with this path may hold a workflow. */
export function canHoldWorkflow(path: string): boolean {
  return stateMachine.test(path) || (/\.(ya?ml|json)$/i.test(path) && !/(^|\/)(\.github|node_modules)\//.test(path));
}

const dsl = /["']?dsl["']?\s{0,5}:\s{0,5}["']?1\./;

/** A cheap look: a state machine by its path, or the version of the workflow language in the text. */
export function looksLikeWorkflow(path: string, text: string): boolean {
  return stateMachine.test(path) || dsl.test(text.slice(0, 2000));
}

/** Which kind of workflow the root of a document is, if any. */
export function workflowIn(path: string, root: Value | undefined): WorkflowDocument | undefined {
  const name = path.slice(path.lastIndexOf('/') + 1);
  if (entryOf(root, 'StartAt') !== undefined && entryOf(root, 'States') !== undefined) {
    return { framework: 'step-functions', type: 'StateMachine', id: name.replace(/\.asl\.[a-z]+$/i, '') };
  }
  const isLanguage = textOf(valueAt(root, 'document', 'dsl'))?.startsWith('1.') ?? false;
  if (!isLanguage || entryOf(root, 'do') === undefined) return undefined;
  const id = textOf(valueAt(root, 'document', 'name')) ?? name;
  return { framework: 'serverless-workflow', type: 'Workflow', id };
}
