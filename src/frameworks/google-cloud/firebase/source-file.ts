import type { Node, Statement } from '@babel/types';
import { type Evaluation, openEvaluation } from '../../../languages/javascript/evaluation.js';
import { expressionValue } from '../../../languages/javascript/expression-value.js';
import { type ChainStep, chainOf } from '../../../languages/javascript/members.js';
import { exportsOf } from '../../../languages/javascript/module-exports.js';
import { spanIn } from '../../../languages/javascript/nodes.js';
import { parseScript } from '../../../languages/javascript/parse-script.js';
import type { Value } from '../../../model/value.js';

/** A function that a source file exports to the platform. */
export interface Exported {
  readonly name: string;
  /** What its expressions mean. */
  readonly evaluation: Evaluation;
  /** The name as written, and the whole statement. */
  readonly at: Value['at'];
  readonly whole: Value['at'];
  readonly steps: readonly ChainStep[];
  /** Its code asks callers for a token, a secret or a signature. */
  readonly checksCallers: boolean;
}

export interface FunctionSource {
  readonly exported: readonly Exported[];
  /** What `setGlobalOptions` says. */
  readonly shared: Value | undefined;
}

/** The exports of a file that uses the Firebase library; undefined if it cannot be read. */
export function readSource(path: string, text: string): FunctionSource | undefined {
  const script = parseScript({ path, text });
  if ('because' in script) return undefined;
  const evaluation = openEvaluation(script, { named: 'not edited' });
  const { body } = script.program;
  return {
    exported: body.flatMap((statement) => exportedBy(evaluation, statement)),
    shared: body.map((statement) => globalOptions(evaluation, statement)).find((options) => options !== undefined),
  };
}

const checks =
  /verifyIdToken|verifySessionCookie|headers\.authorization|["'`]authorization["'`]|\bsignature\b|constructEvent|["'`]x-[\w-]{0,60}(?:secret|token|key|signature)/i;

function exportedBy(evaluation: Evaluation, statement: Statement): readonly Exported[] {
  const { path, text } = evaluation.script;
  const spanOf = (node: Node) => spanIn(path, node);
  const whole = spanOf(statement);
  const checksCallers = checks.test(text.slice(whole.start, whole.end));
  return exportsOf(statement).flatMap((one) => {
    const steps = one.kind === 'value' ? chainOf(one.value) : undefined;
    if (one.kind !== 'value' || steps === undefined) return [];
    return [{ name: one.name, evaluation, at: spanOf(one.nameNode), whole, steps, checksCallers }];
  });
}

function globalOptions(evaluation: Evaluation, statement: Statement): Value | undefined {
  const chain = statement.type === 'ExpressionStatement' ? chainOf(statement.expression) : undefined;
  const [options] = chain?.find(({ name }) => name === 'setGlobalOptions')?.arguments ?? [];
  return options && expressionValue(evaluation, options);
}
