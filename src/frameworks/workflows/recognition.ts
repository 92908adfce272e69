import { hosting, inFolders, installed } from '../../model/folders.js';
import type { FrameworkFiles } from '../framework.js';

const isElsewhere = inFolders(installed, hosting);
const stateMachine = /\.asl\.(json|ya?ml)$/i;

/** State machines by their path or their first state, others by the version of the workflow language or by what they call. */
export const workflowsFiles: FrameworkFiles = {
  name: 'workflows',
  entryOf: (path) => (canHoldWorkflow(path) ? path : undefined),
  mayStart: (entry, files) => looksLikeWorkflow(entry, files.read(entry) ?? ''),
};

function canHoldWorkflow(path: string): boolean {
  return stateMachine.test(path) || (/\.(ya?ml|json)$/i.test(path) && !isElsewhere(path));
}

const dsl = /["']?dsl["']?\s{0,5}:\s{0,5}["']?1\./;
const formerVersion = /["']?specVersion["']?\s{0,5}:\s{0,5}["']?0\.\d/;
const begins = /(?:^|[{,\s])["']?StartAt["']?\s{0,5}:/;

const main = /^(?:main|\{?\s{0,20}["']main["'])\s{0,5}:\s{0,5}(?:\{|$)/m;
const call = /["']?call["']?\s{0,5}:\s{0,5}["']?(?:http|googleapis|events|sys)\./;

/** True for a main workflow with a call of Google's standard library. */
export function looksLikeGoogleWorkflow(text: string): boolean {
  return main.test(text) && call.test(text);
}

/** A cheap look: a state machine by its path or its first state, or the version of the workflow language in the text. */
export function looksLikeWorkflow(path: string, text: string): boolean {
  return (
    looksLikeStateMachine(path, text) || dsl.test(text) || formerVersion.test(text) || looksLikeGoogleWorkflow(text)
  );
}

/** True if a file is called like a state machine, or says where it starts. */
export function looksLikeStateMachine(path: string, text: string): boolean {
  return stateMachine.test(path) || begins.test(text);
}
