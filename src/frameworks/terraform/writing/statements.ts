import type { Literal } from '../../../model/literal.js';
import { toPrintable } from '../../../notation/printable.js';
import { argument, type Fields } from '../resources/field.js';
import { insertLines } from './blocks.js';
import { printBlock } from './bodies.js';
import type { Edits, Target } from './insertion.js';

/** The arguments of a `statement` in `aws_iam_policy_document`. */
export const statementFields: Fields = {
  Sid: argument('sid'),
  Effect: argument('effect'),
  Action: argument('actions'),
  NotAction: argument('not_actions'),
  Resource: argument('resources'),
  NotResource: argument('not_resources'),
};

/** A condition is a block with a test, a variable and values. */
export function insertCondition({ body, text, express }: Target, path: readonly string[], literal: Literal): Edits {
  const [test, variable] = path;
  const values = toPrintable(Array.isArray(literal) ? literal : [literal], express);
  if (test === undefined || variable === undefined || values === undefined || body.open) return undefined;
  const args = new Map([
    ['test', test],
    ['variable', variable],
    ['values', values],
  ] as const);
  const one = { name: 'condition', inside: { arguments: args, blocks: [] } };
  return insertLines(text, body, { kind: 'block', print: (lead) => printBlock(one, lead) });
}
