import { matchesWildcard } from '../../../facts/permissions/wildcard.js';
import type { Stack } from '../../../facts/stack.js';
import type { ServerlessFunction } from '../../../model/function.js';
import { known } from '../../../model/setting.js';

/** One gibibyte for half a minute: what one run may cost before a flood of them is dear. */
const dearRun = 1024 * 30;

/** Calls that are paid each, beside the run. */
const paidCalls = [
  'bedrock:InvokeModel',
  'bedrock:InvokeAgent',
  'textract:AnalyzeDocument',
  'rekognition:DetectLabels',
];

/** A single run may cost much: large memory for long, or a paid service that its role names. */
export function isExpensive(fn: ServerlessFunction, stack: Stack): boolean {
  const [memory, timeout] = [known(fn.memory), known(fn.timeout)];
  if (memory !== undefined && timeout !== undefined && memory * timeout >= dearRun) return true;
  const role = stack.roleOf(fn);
  if (role === undefined || role.users.length > 1) return false;
  const actions = role.grants.filter(({ effect }) => effect === 'allow').flatMap(({ actions }) => actions.terms);
  return actions.some(({ text }) => text !== '*' && paidCalls.some((call) => matchesWildcard(text, call)));
}
